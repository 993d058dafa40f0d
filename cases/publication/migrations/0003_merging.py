from django.db import migrations, models

from cases.publication.guards import alterable, append_only


class Migration(migrations.Migration):
    dependencies = [
        ("publication", "0002_append_only"),
    ]

    operations = [
        # The guard of a document asks the table of versions, so both come down while that is remade.
        alterable("publication_version"),
        alterable("publication_versiondocument"),
        migrations.CreateModel(
            name="PublicRedirect",
            fields=[
                ("subject_id", models.CharField(max_length=10, primary_key=True, serialize=False)),
                ("target_id", models.CharField(db_index=True, max_length=10)),
                ("number", models.PositiveBigIntegerField(help_text="Its entry in the log.")),
            ],
        ),
        migrations.RemoveConstraint(
            model_name="version",
            name="version_action_known",
        ),
        migrations.RemoveConstraint(
            model_name="version",
            name="version_publish_has_content",
        ),
        migrations.AddConstraint(
            model_name="version",
            constraint=models.CheckConstraint(
                condition=models.Q(("action__in", ["publish", "withdraw", "erase", "redirect"])),
                name="version_action_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="version",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("action__in", ("publish", "redirect")), ("content_hash", ""), _connector="XOR"
                ),
                name="version_publish_has_content",
            ),
        ),
        migrations.AddConstraint(
            model_name="publicredirect",
            constraint=models.CheckConstraint(
                condition=models.Q(("subject_id", models.F("target_id")), _negated=True),
                name="publicredirect_elsewhere",
            ),
        ),
        append_only("publication_version"),
        append_only("publication_versiondocument"),
    ]
