"""What is said to retire settings that leads may still use."""

import strawberry

from leadhub.pipelines.types import Change


@strawberry.input(description="Which stage to archive.")
class ArchiveStageInput(Change):
    replace_with: strawberry.ID | None = strawberry.field(
        default=None,
        description="A stage of the same pipeline for the leads in it; needed when there are any.",
    )


@strawberry.input(description="Which pipeline to archive.")
class ArchivePipelineInput(Change):
    replace_with: strawberry.ID | None = strawberry.field(
        default=None,
        description="A stage of another pipeline for the leads in it; needed when there are any.",
    )


@strawberry.input(description="What to archive.")
class ArchiveLabelInput(Change):
    replace_with: strawberry.ID | None = strawberry.field(
        default=None, description="What leads that carry it get instead."
    )
    keep_on_leads: bool = strawberry.field(
        default=False, description="True: leads that carry it keep it; nobody can choose it any more."
    )


@strawberry.input(description="Which source to archive.")
class ArchiveLeadSourceInput(ArchiveLabelInput):
    pass


@strawberry.input(description="Which tag to archive.")
class ArchiveTagInput(ArchiveLabelInput):
    pass


@strawberry.input(description="Which reason to archive.")
class ArchiveLostReasonInput(ArchiveLabelInput):
    pass


@strawberry.input(description="Which custom field to archive. Leads keep its values.")
class ArchiveCustomFieldInput(Change):
    pass
