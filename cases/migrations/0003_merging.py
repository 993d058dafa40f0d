import django.db.models.deletion
from django.db import migrations, models

import cases.models.fields
from cases.publication.guards import append_only


class Migration(migrations.Migration):
    dependencies = [
        ("cases", "0002_append_only"),
    ]

    operations = [
        migrations.CreateModel(
            name="Decision",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("one", models.CharField(help_text="The public id that comes first.", max_length=10)),
                ("other", models.CharField(db_index=True, max_length=10)),
                ("verdict", cases.models.fields.TermField(max_length=30)),
                (
                    "score",
                    models.FloatField(blank=True, help_text="How well the names agree, 0 to 1.", null=True),
                ),
                (
                    "by",
                    models.CharField(help_text="The user name, or the command that asked.", max_length=150),
                ),
                ("at", models.DateTimeField(auto_now_add=True)),
                ("why", models.TextField()),
            ],
            options={
                "ordering": ["-pk"],
                "indexes": [models.Index(fields=["one", "other"], name="decision_of_pair")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("verdict__in", ["asked", "unsure", "same", "different"])),
                        name="decision_verdict_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("one", models.F("other")), _negated=True), name="decision_of_two"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("why", ""), _negated=True), name="decision_has_reason"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("by", ""), _negated=True), name="decision_has_author"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Merge",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "kept",
                    models.CharField(db_index=True, help_text="Public id of who is kept.", max_length=10),
                ),
                (
                    "merged",
                    models.CharField(db_index=True, help_text="Of who became a part of them.", max_length=10),
                ),
                (
                    "changed",
                    models.JSONField(
                        default=list, help_text="Each row that changed, as it was and as it became."
                    ),
                ),
                ("by", models.CharField(max_length=150)),
                ("at", models.DateTimeField(auto_now_add=True)),
                ("why", models.TextField()),
                (
                    "undoes",
                    models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="undone",
                        to="cases.merge",
                    ),
                ),
            ],
            options={
                "ordering": ["-pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("kept", models.F("merged")), _negated=True), name="merge_of_two"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("why", ""), _negated=True), name="merge_has_reason"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("by", ""), _negated=True), name="merge_has_author"
                    ),
                ],
            },
        ),
        append_only("cases_decision"),
        append_only("cases_merge"),
    ]
