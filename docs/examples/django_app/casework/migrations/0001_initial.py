"""The tables, as `makemigrations` wrote them."""

# ruff: noqa: RUF012  so Django writes them

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = []

    operations = [
        migrations.CreateModel(
            name="Person",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("full_name", models.CharField(max_length=100)),
                ("personal_code", models.CharField(max_length=12, unique=True)),
                ("dob", models.DateField(blank=True, null=True)),
                (
                    "sex",
                    models.CharField(
                        choices=[("S", "Woman"), ("V", "Man"), ("-", "Not Asked")],
                        default="-",
                        max_length=1,
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Project",
            fields=[
                ("code", models.CharField(max_length=10, primary_key=True, serialize=False)),
                ("number", models.CharField(max_length=40)),
                ("title", models.CharField(max_length=200)),
                ("owner", models.CharField(max_length=200)),
                ("house", models.CharField(max_length=200)),
                ("contract_nr", models.CharField(max_length=40)),
                ("begins", models.DateField()),
                ("ends", models.DateField(blank=True, null=True)),
            ],
        ),
        migrations.CreateModel(
            name="Decision",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("PM", "asylum seeker"),
                            ("BS", "refugee status"),
                            ("AS", "alternative status"),
                        ],
                        max_length=2,
                    ),
                ),
                ("valid_from", models.DateField()),
                ("valid_to", models.DateField(blank=True, null=True)),
                ("notified", models.DateField(blank=True, null=True)),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, to="casework.person"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Stay",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("since", models.DateField()),
                ("until", models.DateField(blank=True, null=True)),
                (
                    "why",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("DONE", "plan fulfilled"),
                            ("AWAY", "left the country"),
                            ("LIMIT", "time is over"),
                        ],
                        max_length=5,
                    ),
                ),
                ("plan_from", models.DateField(blank=True, null=True)),
                ("plan_done", models.DateField(blank=True, null=True)),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, to="casework.person"
                    ),
                ),
                (
                    "project",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, to="casework.project"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Worker",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name", models.CharField(max_length=100)),
                (
                    "job",
                    models.CharField(
                        choices=[("SD", "social worker"), ("ME", "mentor")], max_length=2
                    ),
                ),
                ("since", models.DateField()),
                ("until", models.DateField(blank=True, null=True)),
                (
                    "project",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, to="casework.project"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Session",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("held_on", models.DateField()),
                ("minutes", models.PositiveIntegerField()),
                (
                    "stay",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, to="casework.stay"
                    ),
                ),
                (
                    "worker",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, to="casework.worker"
                    ),
                ),
            ],
        ),
    ]
