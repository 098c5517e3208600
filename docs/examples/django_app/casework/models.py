"""The case-management system as it was before: its own tables, its own names, its own codes."""

from django.db import models


class Project(models.Model):
    code = models.CharField(max_length=10, primary_key=True)
    number = models.CharField(max_length=40)
    title = models.CharField(max_length=200)
    owner = models.CharField(max_length=200)
    house = models.CharField(max_length=200)
    contract_nr = models.CharField(max_length=40)
    begins = models.DateField()
    ends = models.DateField(null=True, blank=True)

    def __str__(self):
        return self.title


class Worker(models.Model):
    class Job(models.TextChoices):
        SOCIAL_WORKER = "SD", "social worker"
        MENTOR = "ME", "mentor"

    name = models.CharField(max_length=100)
    project = models.ForeignKey(Project, models.PROTECT)
    job = models.CharField(max_length=2, choices=Job)
    since = models.DateField()
    until = models.DateField(null=True, blank=True)

    def __str__(self):
        return self.name


class Person(models.Model):
    class Sex(models.TextChoices):
        WOMAN = "S"
        MAN = "V"
        NOT_ASKED = "-"

    full_name = models.CharField(max_length=100)
    personal_code = models.CharField(max_length=12, unique=True)
    dob = models.DateField(null=True, blank=True)
    sex = models.CharField(max_length=1, choices=Sex, default=Sex.NOT_ASKED)

    def __str__(self):
        return self.full_name


class Decision(models.Model):
    class Kind(models.TextChoices):
        SEEKER = "PM", "asylum seeker"
        REFUGEE = "BS", "refugee status"
        ALTERNATIVE = "AS", "alternative status"

    person = models.ForeignKey(Person, models.CASCADE)
    kind = models.CharField(max_length=2, choices=Kind)
    valid_from = models.DateField()
    valid_to = models.DateField(null=True, blank=True)
    notified = models.DateField(null=True, blank=True)

    def __str__(self):
        return f"decision {self.pk}"


class Stay(models.Model):
    class Why(models.TextChoices):
        DONE = "DONE", "plan fulfilled"
        AWAY = "AWAY", "left the country"
        LIMIT = "LIMIT", "time is over"

    person = models.ForeignKey(Person, models.CASCADE)
    project = models.ForeignKey(Project, models.PROTECT)
    since = models.DateField()
    until = models.DateField(null=True, blank=True)
    why = models.CharField(max_length=5, choices=Why, blank=True)
    plan_from = models.DateField(null=True, blank=True)
    plan_done = models.DateField(null=True, blank=True)

    def __str__(self):
        return f"stay {self.pk}"


class Session(models.Model):
    stay = models.ForeignKey(Stay, models.CASCADE)
    worker = models.ForeignKey(Worker, models.PROTECT)
    held_on = models.DateField()
    minutes = models.PositiveIntegerField()

    def __str__(self):
        return f"session {self.pk}"
