"""The page "Bent u het zelf?" for who was on the way to a page that asks it."""

from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_http_methods

from zorgverband.people import proof
from zorgverband.sharing import step_up as asking
from zorgverband.sharing.doors import own_door


@require_http_methods(["GET", "POST"])
@own_door
def step_up(request: HttpRequest) -> HttpResponse:
    """Ask it, and go on to where they were going. Safe to repeat: a proof may be given twice."""
    if not request.user.is_authenticated:
        return redirect_to_login(request.get_full_path())
    onward = request.POST.get("next") or request.GET.get("next", "")
    if not url_has_allowed_host_and_scheme(onward, {request.get_host()}, request.is_secure()):
        onward = "/"
    wrong = ""
    if request.method == "POST":
        wrong = proof.prove(request, asking.given_in(request))
        if not wrong:
            return HttpResponseRedirect(onward)
    answer = asking.question(request, carried=[("next", onward)], wrong=wrong)
    answer.status_code = 422 if wrong else 200
    return answer
