//! Identifiers: sortable UUIDs as text. People see keys such as XC-2026-01-014 instead.

macro_rules! id {
    ($($(#[$meta:meta])* $name:ident),+ $(,)?) => {
        $(
            $(#[$meta])*
            #[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
            pub struct $name(pub String);

            impl $name {
                /// The text of the identifier.
                pub fn as_str(&self) -> &str {
                    &self.0
                }
            }

            impl std::fmt::Display for $name {
                fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                    f.write_str(&self.0)
                }
            }
        )+
    };
}

id!(
    UnitId,
    PersonId,
    InspectionId,
    FindingId,
    MeasureId,
    DraftId,
    EvidenceId,
    ChronicleEntryId,
    ReportId,
    PublicationId,
    PositionId,
    DelegationId,
    StandingId,
    FamilyTieId,
    NoteId,
    TemplateId,
);
