"""Addresses of writing and reading one item."""

from django.urls import path

from .views import file, item, moving, readers, write

_READER = "bericht/<uuid:item_id>/lezers/<uuid:member_id>/"
urlpatterns = [
    path("schrijven/", write.write, name="write"),
    path("schrijven/lezers/", write.readers_panel, name="readers_panel"),
    path("bericht/<uuid:item_id>/", item.item, name="item"),
    path("bericht/<uuid:item_id>/lezers/", readers.readers, name="readers"),
    path(_READER + "bezwaar/", readers.object_to, name="object_to"),
    path(_READER + "bezwaar/intrekken/", readers.withdraw_objection, name="withdraw_objection"),
    path(_READER + "wel-delen/", readers.share_with, name="share_with"),
    path(_READER + "niet-meer-delen/", readers.stop_sharing_with, name="stop_sharing_with"),
    path("bericht/<uuid:item_id>/lezers-kiezen/", moving.choose_readers, name="choose_readers"),
    path("bericht/<uuid:item_id>/onderwerp/", moving.move, name="move_item"),
    path("bericht/<uuid:item_id>/antwoord/", item.reply, name="reply"),
    path("bericht/<uuid:item_id>/veranderen/", item.edit, name="edit"),
    path("bericht/<uuid:item_id>/eerder/", item.versions, name="versions"),
    path("bericht/<uuid:item_id>/terughalen/", item.take_back, name="take_back"),
    path("bestand/<uuid:file_id>/", file.file, name="file"),
    path("bestand/<uuid:file_id>/klein/", file.small_picture, name="small_picture"),
]
