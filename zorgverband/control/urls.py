"""Addresses of who decides, and of what waits for a second yes."""

from django.urls import path

from .views import authority, changing, closing, death, proposals, proposing, who_decides

urlpatterns = [
    path("wie-beslist/", who_decides.who_decides, name="who_decides"),
    path("sluiten/", closing.close_network, name="close_network"),
    path("wie-beslist/<uuid:client_id>/", who_decides.who_decides, name="who_decides_about"),
    path("wie-beslist/<uuid:client_id>/zelf/", changing.decide_again, name="decide_again"),
    path("wie-beslist/<uuid:client_id>/hulp/", changing.support, name="support"),
    path("wie-beslist/<uuid:client_id>/tijdelijk/", changing.take_interim, name="take_interim"),
    path("wie-beslist/<uuid:client_id>/iemand-anders/", changing.represent, name="represent"),
    path(
        "wie-beslist/<uuid:client_id>/iemand-anders/<uuid:representation_id>/stoppen/",
        changing.stop_representing,
        name="stop_representing",
    ),
    path("wie-beslist/<uuid:client_id>/gezag/", authority.give_authority, name="give_authority"),
    path(
        "wie-beslist/<uuid:client_id>/gezag/<uuid:parent_id>/stoppen/",
        authority.end_authority,
        name="end_authority",
    ),
    path("wie-beslist/<uuid:client_id>/overleden/", death.record_death, name="record_death"),
    path("wie-beslist/<uuid:client_id>/overleden/vergissing/", death.undo_death, name="undo_death"),
    path("wie-beslist/<uuid:client_id>/bewaren/", death.keep_access, name="keep_access"),
    path(
        "wie-beslist/<uuid:client_id>/bewaren/<uuid:kept_id>/stoppen/",
        death.end_kept_access,
        name="end_kept_access",
    ),
    path(
        "voorstel/lezen/<uuid:about_id>/<uuid:member_id>/<int:subject>/",
        proposing.propose_permission,
        name="propose_permission",
    ),
    path(
        "voorstel/bericht/<uuid:item_id>/<uuid:member_id>/",
        proposing.propose_exception,
        name="propose_exception",
    ),
    path("voorstel/lezers/<uuid:item_id>/", proposing.propose_audience, name="propose_audience"),
    path("voorstel/<uuid:proposal_id>/", proposals.proposal, name="proposal"),
    path("voorstel/<uuid:proposal_id>/nee/", proposals.decline, name="decline_proposal"),
    path("voorstel/<uuid:proposal_id>/intrekken/", proposals.withdraw, name="withdraw_proposal"),
]
