"""Until when may she be supported, why, and what is still to be asked."""

import json

from django.contrib.auth.decorators import permission_required
from django.http import Http404, JsonResponse
from django.utils.dateparse import parse_date
from django.utils.timezone import localdate
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET

from casework.models import Person
from casework.reading import LeftOutError, answers, catalogue


@require_GET
@never_cache
@permission_required("casework.view_person", raise_exception=True)
def support(request, person_id):
    if not Person.objects.filter(pk=person_id).exists():
        raise Http404
    today = localdate()
    try:
        on = parse_date(request.GET.get("on", "")) or today
    except ValueError:
        return JsonResponse({"detail": "on: there is no such day"}, status=400)
    try:
        found = answers(person_id, on=on, known_on=today)
    except LeftOutError as error:
        return JsonResponse({"correct": [each.in_("en") for each in error.findings]}, status=409)
    words = catalogue().vocabulary
    return JsonResponse(
        {
            support: {
                "verdict": decision.verdict.value,
                "ask": [each.in_(words, "en") for each in decision.still_matters],
                **json.loads(window.as_json("en")),
            }
            for support, (decision, window) in found.items()
        }
    )
