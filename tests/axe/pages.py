"""Which pages are looked at, and as whom: one line for every name of the URL configuration.

`PAGES` gives per name who looks, in the words of the doors table: "jannie" or "jannie:health", and
"-" for who is not signed in. `NO_PAGE` says of every other name why nobody can look at it.
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.cast import Somebody
    from tests.doors.world import World

PAGES = {
    "today": "jannie marijke fatima linda",
    "news": "jannie ria linda",
    "search": "marijke:?q=dakgoot",
    "more": "jannie hanneke",
    "item": "marijke:health fatima:home",
    "readers": "marijke:health jannie:health",
    "versions": "marijke:home",
    "who_sees_what": "jannie marijke",
    "who_sees_about": "marijke:member_jannie",
    "who_sees_subject": "jannie:health",
    "who_sees_people": "jannie:member_jannie marijke:member_jannie",
    "who_sees_person": "jannie:member_ria",
    "change_permission": "jannie:health jannie:home?read=past&write=1 jannie:home?read=none",
    "object_to_person": "jannie:member_fatima",
    "withdraw_objection_to_person": "jannie:member_peter",
    "what_changed": "jannie",
    "object_to": "jannie:health",
    "withdraw_objection": "jannie:denied",
    "share_with": "jannie:health",
    "stop_sharing_with": "jannie:allowed",
    "choose_readers": "fatima:health jannie:home?circle=family",
    "move_item": "jannie:home jannie:home?subject=1",
    "who_looked": "jannie marijke",
    "who_looked_person": "jannie:looker",
    "ask_about_visit": "jannie:looker",
    "write": "jannie fatima",
    "edit": "fatima:home",
    "agenda": "jannie fatima",
    "plan_visit": "marijke fatima",
    "visit_next": "jannie:visit",
    "visit": "fatima:visit",
    "move_visit": "fatima:visit",
    "cancel_visit": "fatima:visit",
    "agreements": "anouk linda",
    "ask_agreement": "hanneke",
    "agreement": "anouk:health hanneke:home",
    "counter_agreement": "anouk:health",
    "plan": "jannie linda",
    "start_plan": "hanneke",
    "choose_part": "hanneke",
    "add_part": "hanneke",
    "goal": "marijke:health linda:home",
    "score_domains": "jannie",
    "plan_changes": "jannie",
    "plan_then": "jannie:then",
    "plan_of_member": "hanneke:member_marijke",
    "other_plan": "fatima:plan_health jannie:plan_home",
    "plan_suggestions": "jannie linda",
    "take_up": "fatima:health",
    "plan_week": "hanneke",
    "print_plan": "jannie hanneke",
    "network_picture": "jannie linda",
    "bottlenecks": "hanneke jannie",
    "dismiss_bottleneck": "hanneke:home",
    "programmes": "hanneke",
    "proposal_lines": "jannie:version",
    "closed_goals": "hanneke",
    "review_plan": "hanneke",
    "record": "jannie fatima linda",
    "medication": "jannie fatima",
    "record_medication": "fatima",
    "stop_medication": "fatima:medication",
    "allergies": "fatima",
    "record_allergy": "fatima",
    "problems": "fatima",
    "record_problem": "fatima",
    "close_problem": "fatima:problem",
    "measurements": "jannie fatima",
    "record_measurement": "fatima",
    "measurement_series": "jannie:series marijke:pressure",
    "examinations": "fatima",
    "plan_examination": "fatima fatima:?examination=ecg hanneke:?examination=ecg",
    "ask_result": "hanneke:?examination=ecg",
    "result_question": "jannie:question fatima:question",
    "record_examination": "fatima",
    "finish_examination": "fatima:examination",
    "documents": "jannie",
    "add_document": "fatima",
    "carers": "marijke hanneke jannie",
    "offer_care": "marijke",
    "carer_check": "marijke marijke:?list=1",
    "advice": "jannie linda",
    "give_advice": "fatima fatima:?topic=fluid fatima:?topic=medicine",
    "end_advice": "fatima:advice_health",
    "record_subject": "jannie:home marijke:health",
    "fhir_upload": "fatima",
    "step_up": "jannie",
    "take_along": "jannie marijke",
    "safety": "jannie fatima",
    "password": "jannie",
    "passkeys": "jannie",
    "code_app": "fatima",
    "devices": "jannie",
    "ask_request": "jannie:health",
    "requests": "jannie fatima",
    "request": "jannie:request fatima:request",
    "my_organisations": "jannie",
    "organisation": "fatima",
    "invite_colleague": "fatima",
    "work_code": "fatima:asked",
    "make_team": "fatima",
    "our_team": "fatima:team_brug",
    "end_turn": "fatima:turn",
    "colleague": "fatima",
    "keep_list": "fatima",
    "leave_organisation": "fatima",
    "work_invitation": "-",
    "decline_work": "-",
    "people": "jannie fatima",
    "member": "jannie:member_marijke hanneke:member_fatima jannie:member_fatima",
    "show_role": "jannie:member_hanneke",
    "invite": "jannie",
    "invite_effect": "jannie:draft jannie:put",
    "invited": "jannie:invitation",
    "find_team": "jannie",
    "add_team": "jannie:team",
    "leave_network": "marijke jannie",
    "remove": "jannie:member_anouk",
    "exclude": "jannie:member_fatima",
    "change_role": "jannie:member_ria jannie:member_ria?function=relative",
    "make_coordinator": "jannie:member_anouk",
    "make_first_contact": "jannie:member_peter",
    "emergencies": "jannie anouk hanneke",
    "compartments": "anouk hanneke",
    "make_compartment": "anouk",
    "compartment": "anouk:compartment linda:compartment",
    "widen_compartment": "anouk:compartment",
    "admit_inside": "anouk:team",
    "close_compartment": "anouk:compartment",
    "invite_inside": "anouk:compartment",
    "open_log": "anouk:opening",
    "open_emergency": "fatima:member_jannie",
    "emergency": "jannie:emergency anouk:emergency",
    "who_decides": "jannie hanneke",
    "who_decides_about": "marijke:member_jannie",
    "support": "jannie",
    "take_interim": "hanneke",
    "represent": "jannie hanneke",
    "stop_representing": "jannie:representation",
    "give_authority": "hanneke",
    "end_authority": "hanneke:member_peter",
    "record_death": "anouk",
    "close_network": "jannie",
    "undoing": "jannie",
    "stop_account": "jannie",
    "propose_permission": "jannie:home?read=past",
    "propose_exception": "jannie:home",
    "proposal": "anouk:proposal hanneke:proposal",
    "for_me": "anouk marijke linda",
    "networks": "anouk",
    "more_across": "anouk",
    "hats": "bart",
    "notification_settings": "marijke anouk",
    "help": "- jannie",
    "invitation": "-",
    "decline_invitation": "-",
    "account_login": "-",
    "account_logout": "marijke",
    "account_reset_password": "-",
    "account_reset_password_done": "-",
    "account_reset_password_from_key": "-",
    "account_reset_password_from_key_done": "-",
}

CHANGES, PIECE, ELSEWHERE = "it only changes something", "a piece of a page", "it leads elsewhere"
OFFICER = "nobody of the cast supervises; looked at in `states.py`"
NO_PAGE = {
    **dict.fromkeys(
        [
            "seen",
            "make_archive",
            "grant_request",
            "refuse_request",
            "extend_request",
            "withdraw_request",
            "reply",
            "take_back",
            "mark_been",
            "restore_visit",
            "resume_visits",
            "accept_agreement",
            "decline_agreement",
            "receive_agreement",
            "end_part",
            "note_step",
            "close_goal",
            "set_aside",
            "agree_plan",
            "answer_review",
            "ask_review",
            "next_cycle",
            "start_agreement",
            "hold_agreement",
            "resume_agreement",
            "tick_agreement",
            "fail_agreement",
            "set_reminder",
            "mark_done",
            "cancel_agreement",
            "resend",
            "withdraw",
            "withdraw_inside",
            "open_again",
            "undo_recorded_death",
            "refuse_invitation",
            "withdraw_work",
            "begin_turn",
            "set_numbers",
            "accept_work",
            "readmit",
            "choose_hat",
            "mark_seen_here",
            "end_emergency",
            "write_inside",
            "withdraw_opening",
            "review_emergency",
            "set_reading",
            "accept_invitation",
            "demo_sign_in",
            "end_kept_access",
            "decline_proposal",
            "withdraw_proposal",
            "forget_passkey",
            "stop_code_app",
            "new_recovery_codes",
            "sign_out_there",
            "share_device",
            "leave_quickly",
            "openid_connect_login",
        ],
        CHANGES,
    ),
    **dict.fromkeys(["decide_again", "undo_death", "keep_access"], "looked at in the journeys"),
    "readers_panel": PIECE,
    "file": PIECE,
    "small_picture": PIECE,
    "download_taking": ELSEWHERE,  # a file to save
    "who_looked_csv": ELSEWHERE,
    "review_queue": OFFICER,
    "review_mark": OFFICER,
    "who_looked_pdf": ELSEWHERE,
    "plan_in_large": ELSEWHERE,
    "plan_for_client": ELSEWHERE,
    "plan_as_table": ELSEWHERE,
    "stylesheet_file": PIECE,
    "home": ELSEWHERE,
    "invite_suggested": ELSEWHERE,
    # Halfway signing in, or with a second factor: `states.py` and tests/journeys.
    "second_factor": ELSEWHERE,
    "recovery_codes": ELSEWHERE,
    "mfa_authenticate": ELSEWHERE,
    "mfa_login_webauthn": ELSEWHERE,
    "openid_connect_callback": ELSEWHERE,
    "fhir_store": ELSEWHERE,  # without a file that waits; with one: `states.py`
}


@dataclass(frozen=True)
class Look:
    """A page, as one person sees it. `who` is a key of the cast, or "-"."""

    name: str
    who: str
    what: str = "-"

    def __str__(self) -> str:
        return "-".join(word for word in (self.name, self.who, self.what) if word != "-")

    def address(self, world: "World") -> str:
        """Where it stands, for a sample of this world."""
        from tests.doors.asking import address

        what, asked, query = self.what.partition("?")
        return address(self.name, what or "-", world) + asked + query


def looks() -> list[Look]:
    """Everything `PAGES` names."""
    return [
        Look(name, *words.split(":")) for name, people in PAGES.items() for words in people.split()
    ]


def viewer(world: "World", who: str) -> "Somebody | None":
    """Who that is, in this world or in its other network."""
    if who == "-":
        return None
    others = world.cast.other
    assert others is not None
    return world.cast.people.get(who) or others.people[who]
