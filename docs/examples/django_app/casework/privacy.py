"""What error pages and e-mails about errors may say of the people in our tables: nothing."""

from django.views.debug import SafeExceptionReporterFilter


class NoValues(SafeExceptionReporterFilter):
    """Lines and names of the code are shown; variables and what was posted are not."""

    def is_active(self, _request):
        return True

    def get_traceback_frame_variables(self, _request, _frame):
        return ()

    def get_post_parameters(self, request):
        posted = getattr(request, "POST", {})
        return dict.fromkeys(posted, self.cleansed_substitute)
