// Generated from openapi.json: do not edit, run `npm run codegen`.

export interface paths {
    "/api/v1/audit-log": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The log, newest first */
        get: operations["get_audit_log"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/audit-log/checkpoint": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Where the log ends */
        get: operations["get_audit_log_checkpoint"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/audit-log/checkpoint/mail": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How the mailing of checkpoints stands */
        get: operations["get_audit_log_checkpoint_mail"];
        put?: never;
        /** Mail the end of the log now */
        post: operations["post_audit_log_checkpoint_mail"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/audit-log/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The whole log as JSON Lines, for `rectify verify FILE`; the export is its last entry */
        get: operations["get_audit_log_export"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/audit-log/verification": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Check the log, and the record against the log */
        post: operations["post_audit_log_verification"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/chronicle/{key}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change an entry, take it out, bring it back */
        patch: operations["patch_chronicle_key"];
        trace?: never;
    };
    "/api/v1/delegations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Delegations that the person gave or was given, newest first; all for the administrator */
        get: operations["get_delegations"];
        put?: never;
        /** Let somebody act in the own place; a script must not */
        post: operations["post_delegations"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/delegations/{id}/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** End a delegation before its time */
        post: operations["post_delegations_id_end"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/drafts/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A draft */
        get: operations["get_drafts_id"];
        put?: never;
        post?: never;
        /** Give a draft up */
        delete: operations["delete_drafts_id"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/drafts/{id}/confirmation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take the draft over into the ledger */
        post: operations["post_drafts_id_confirmation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/drafts/{id}/edits": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Edit a draft */
        post: operations["post_drafts_id_edits"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/drafts/{id}/mapping": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Read the table again with corrected columns */
        put: operations["put_drafts_id_mapping"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/drafts/{id}/missing-owners": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Names in the draft that the directory does not know */
        get: operations["get_drafts_id_missing_owners"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/drafts/{id}/redo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Redo what was undone */
        post: operations["post_drafts_id_redo"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/drafts/{id}/undo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Undo the last edit */
        post: operations["post_drafts_id_undo"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/evidence": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Stored material within reach, newest first */
        get: operations["get_evidence"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/evidence/{key}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Withdraw evidence; answers its finding */
        delete: operations["delete_evidence_key"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/evidence/{key}/file": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The file, always as a download: what others uploaded never runs in this page's name */
        get: operations["get_evidence_key_file"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/evidence/{key}/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What can be shown of the file: pictures, PDF, or its text as a plain page; never its own markup */
        get: operations["get_evidence_key_preview"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/findings/batch": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take one step, or assign, for many findings; each succeeds or fails by itself */
        post: operations["post_findings_batch"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/findings/{key}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A finding with everything */
        get: operations["get_findings_key"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change a finding */
        patch: operations["patch_findings_key"];
        trace?: never;
    };
    "/api/v1/findings/{key}/actions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take a step of the closed loop; answers the finding after it */
        post: operations["post_findings_key_actions"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/findings/{key}/evidence": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Add evidence to a finding; answers the finding with it */
        post: operations["post_findings_key_evidence"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/findings/{key}/family/undo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take back the last split or merge of a finding, as long as nothing else happened */
        post: operations["post_findings_key_family_undo"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/findings/{key}/measures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Add a measure; answers the finding with it */
        post: operations["post_findings_key_measures"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/findings/{key}/merge": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Put findings together; answers the finding with the one that stands for it */
        post: operations["post_findings_key_merge"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/findings/{key}/notes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Add a note of guidance, an answer to one, or its withdrawal; answers the finding with it */
        post: operations["post_findings_key_notes"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/findings/{key}/publishing": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What of a finding is published */
        get: operations["get_findings_key_publishing"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/findings/{key}/restriction": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Mark a finding as 工作秘密: who opens it is noted */
        put: operations["put_findings_key_restriction"];
        post?: never;
        /** Lift the mark */
        delete: operations["delete_findings_key_restriction"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/findings/{key}/reused-evidence": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Use stored material as evidence here too; answers the finding with it */
        post: operations["post_findings_key_reused_evidence"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/findings/{key}/split": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Split a finding; answers the finding with its parts */
        post: operations["post_findings_key_split"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/findings/{key}/standing": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Add a standing rule or duty; answers its finding */
        post: operations["post_findings_key_standing"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/findings/{key}/uploads": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Begin an upload in parts, or find the one that stopped: same person, finding, name and digest */
        post: operations["post_findings_key_uploads"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/font-replacements": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Faces that are not installed where PDFs are set */
        get: operations["get_font_replacements"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/inspections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** All inspections with their lamps */
        get: operations["get_inspections"];
        put?: never;
        /** Add an inspection */
        post: operations["post_inspections"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/inspections/{key}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One inspection */
        get: operations["get_inspections_key"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change an inspection */
        patch: operations["patch_inspections_key"];
        trace?: never;
    };
    "/api/v1/inspections/{key}/chronicle": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The entries in the order in which they came */
        get: operations["get_inspections_key_chronicle"];
        put?: never;
        /** Add an entry */
        post: operations["post_inspections_key_chronicle"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/inspections/{key}/drafts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Drafts of an inspection, newest first */
        get: operations["get_inspections_key_drafts"];
        put?: never;
        /** Upload a document as a new draft */
        post: operations["post_inspections_key_drafts"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/inspections/{key}/findings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A page of the ledger */
        get: operations["get_inspections_key_findings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/inspections/{key}/gaps": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What responsibility lacks in an inspection */
        get: operations["get_inspections_key_gaps"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/inspections/{key}/ledger-changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Compare an uploaded workbook, or a table pasted as text, with the ledger */
        post: operations["post_inspections_key_ledger_changes"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/inspections/{key}/ledger.xlsx": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The workbook with the rows of the filtered list */
        get: operations["get_inspections_key_ledger_xlsx"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/inspections/{key}/publications": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Publications of a round, newest first */
        get: operations["get_inspections_key_publications"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/inspections/{key}/publishing": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What of each finding of a round is published */
        get: operations["get_inspections_key_publishing"];
        /** Decide for several findings: all of them or none */
        put: operations["put_inspections_key_publishing"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/inspections/{key}/reports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The reports of an inspection, newest first */
        get: operations["get_inspections_key_reports"];
        put?: never;
        /** Make a report with the figures of today */
        post: operations["post_inspections_key_reports"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/inspections/{key}/reports/{kind}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A document with the figures of today */
        get: operations["get_inspections_key_reports_kind"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/inspections/{key}/statistics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Statistics of an inspection */
        get: operations["get_inspections_key_statistics"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/inspections/{key}/templates/{template}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A template filled in from the ledger of today */
        get: operations["get_inspections_key_templates_template"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/jobs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The person's own jobs, newest first */
        get: operations["get_jobs"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/jobs/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Put a finished job away */
        delete: operations["delete_jobs_id"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/jobs/{id}/file": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The file of a finished job */
        get: operations["get_jobs_id_file"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/ledger-changes/{id}/confirmation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take over the accepted rows */
        post: operations["post_ledger_changes_id_confirmation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/measures/{key}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Remove a measure; answers its finding */
        delete: operations["delete_measures_key"];
        options?: never;
        head?: never;
        /** Change a measure; answers its finding */
        patch: operations["patch_measures_key"];
        trace?: never;
    };
    "/api/v1/people": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** People, all or by name */
        get: operations["get_people"];
        put?: never;
        /** Add a person */
        post: operations["post_people"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/people/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change a person, or reset the password */
        patch: operations["patch_people_id"];
        trace?: never;
    };
    "/api/v1/people/{id}/positions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Positions of a person, those that are over too, newest first */
        get: operations["get_people_id_positions"];
        put?: never;
        /** Add a position beside the main one */
        post: operations["post_people_id_positions"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/positions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change or end a position */
        patch: operations["patch_positions_id"];
        trace?: never;
    };
    "/api/v1/prints": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Note that a page is printed */
        post: operations["post_prints"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/publications/{key}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A publication beside the internal version */
        get: operations["get_publications_key"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/publications/{key}/checks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the checker finds in the public version */
        get: operations["get_publications_key_checks"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/publications/{key}/confirmation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Confirm as a second person: from then on the text never changes */
        post: operations["post_publications_key_confirmation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/publications/{key}/discarding": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Put a draft aside; it stays on record */
        post: operations["post_publications_key_discarding"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/publications/{key}/file": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A confirmed publication as a file */
        get: operations["get_publications_key_file"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/publications/{key}/notice": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Set the period and where the public may turn */
        put: operations["put_publications_key_notice"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/publications/{key}/redactions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Redact words by hand, or leave them open */
        post: operations["post_publications_key_redactions"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/publications/{key}/redactions/removal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take a redaction back */
        post: operations["post_publications_key_redactions_removal"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/publications/{key}/remarks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Leave a diagnostic as it is, or overrule it as a second person */
        post: operations["post_publications_key_remarks"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/publications/{key}/remarks/{id}/withdrawal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take a remark back */
        post: operations["post_publications_key_remarks_id_withdrawal"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/report-kinds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The kinds of documents */
        get: operations["get_report_kinds"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/report-kinds/{kind}/template": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A built-in document with its placeholders, to begin a template from */
        get: operations["get_report_kinds_kind_template"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reports/{key}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A report with what the ledger says now */
        get: operations["get_reports_key"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change the words of a draft */
        patch: operations["patch_reports_key"];
        trace?: never;
    };
    "/api/v1/reports/{key}/checks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the checker finds in a report */
        get: operations["get_reports_key_checks"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reports/{key}/comparison": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A report beside an earlier one, or beside what the ledger would say today */
        get: operations["get_reports_key_comparison"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reports/{key}/discarding": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Put a draft aside; it stays on record */
        post: operations["post_reports_key_discarding"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reports/{key}/file": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A report as a file */
        get: operations["get_reports_key_file"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reports/{key}/jobs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Begin to make a report's file; it may be fetched later */
        post: operations["post_reports_key_jobs"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reports/{key}/locking": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Lock a draft: it gets its check code and never changes again */
        post: operations["post_reports_key_locking"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reports/{key}/publications": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Make the public version of a locked report */
        post: operations["post_reports_key_publications"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reports/{key}/refreshment": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Write what the ledger says now into bound places */
        post: operations["post_reports_key_refreshment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reports/{key}/remarks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Leave a diagnostic as it is, with a reason */
        post: operations["post_reports_key_remarks"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reports/{key}/remarks/{id}/withdrawal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take a remark back */
        post: operations["post_reports_key_remarks_id_withdrawal"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/rules": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** All rules as they hold now */
        get: operations["get_rules"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/rules/own-days": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Set the organisation's own days off and make-up days */
        put: operations["put_rules_own_days"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/rules/profiles/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Change a profile */
        put: operations["put_rules_profiles_id"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/rules/profiles/{id}/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What a change of a profile would do today; nothing is changed */
        post: operations["post_rules_profiles_id_preview"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/rules/years/{year}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Put in the holidays of a year, or replace them */
        put: operations["put_rules_years_year"];
        post?: never;
        /** Go back to what is built in for a year */
        delete: operations["delete_rules_years_year"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who is signed in */
        get: operations["get_session"];
        put?: never;
        /** Sign in */
        post: operations["post_session"];
        /** Sign out */
        delete: operations["delete_session"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/session/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Change the own password */
        post: operations["post_session_password"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/setup": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether the installation still needs its administrator */
        get: operations["get_setup"];
        put?: never;
        /** Create the first unit and administrator, and sign in */
        post: operations["post_setup"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/standing/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change or end a standing rule or duty; answers its finding */
        patch: operations["patch_standing_id"];
        trace?: never;
    };
    "/api/v1/standing/{id}/confirmations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Confirm that it was done or looked at; answers its finding */
        post: operations["post_standing_id_confirmations"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/template-trials": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Try a file on a ledger; nothing is kept */
        post: operations["post_template_trials"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/template-trials/file": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The filled file of a trial; nothing is kept */
        post: operations["post_template_trials_file"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/templates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Templates that the person may use */
        get: operations["get_templates"];
        put?: never;
        /** Keep a template; it is filled in from the ledger first, and refused with every fault named */
        post: operations["post_templates"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/templates/{key}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A template with its versions */
        get: operations["get_templates_key"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/templates/{key}/trial": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a template's placeholders give on a ledger */
        get: operations["get_templates_key_trial"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/templates/{key}/versions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A newer version of a template; without a file the columns of the form are corrected */
        post: operations["post_templates_key_versions"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/templates/{key}/versions/{number}/file": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A version's own file, placeholders and all */
        get: operations["get_templates_key_versions_number_file"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/templates/{key}/withdrawal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take a template out of use; it stays on record */
        post: operations["post_templates_key_withdrawal"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tokens": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The own tokens, newest first */
        get: operations["get_tokens"];
        put?: never;
        /** Give out a token; its secret is in this answer only */
        post: operations["post_tokens"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tokens/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Withdraw a token */
        delete: operations["delete_tokens_id"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/units": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** All units */
        get: operations["get_units"];
        put?: never;
        /** Add a unit */
        post: operations["post_units"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/units/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Remove a unit that nothing uses */
        delete: operations["delete_units_id"];
        options?: never;
        head?: never;
        /** Change a unit */
        patch: operations["patch_units_id"];
        trace?: never;
    };
    "/api/v1/uploads": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The uploads of the caller that are under way, oldest first */
        get: operations["get_uploads"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/uploads/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How far an upload is */
        get: operations["get_uploads_id"];
        put?: never;
        post?: never;
        /** Give an upload up */
        delete: operations["delete_uploads_id"];
        options?: never;
        head?: never;
        /** Send the next part; what came before the line broke stays */
        patch: operations["patch_uploads_id"];
        trace?: never;
    };
    "/api/v1/uploads/{id}/completion": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Make evidence of a file that has come whole; answers the finding with it */
        post: operations["post_uploads_id_completion"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/work/mine": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the person has to do */
        get: operations["get_work_mine"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/work/reviews": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What waits for the person's decision, first what is due first */
        get: operations["get_work_reviews"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /** @description The rows to take over. */
        AcceptBody: {
            rows: number[];
        };
        /** @enum {string} */
        Action: "assign" | "submit_plan" | "approve_plan" | "return_plan" | "submit" | "withdraw" | "pass_first" | "pass_second" | "return" | "accept_filing" | "reject_filing" | "close_unopposed" | "reopen" | "ask_extension" | "grant_extension" | "refuse_extension";
        /** @description A step that is asked for. What else is needed depends on the action. */
        ActionBody: {
            /** @description In whose place; in the own one when absent. */
            acting_for_id?: string | null;
            action: components["schemas"]["Action"];
            /**
             * @description Closing criteria: all that are asked for to submit; to pass, those that the reviewer looked at, none of which may
             *     be unmet.
             */
            answers?: components["schemas"]["CriterionAnswer"][];
            /** @description Why; a note where no reason is needed. */
            reason?: string | null;
            /** @description Who is to review anew, to reopen. */
            reviewer_id?: string | null;
            until?: components["schemas"]["Day"] | null;
            /** Format: int64 */
            version: number;
        };
        /** @enum {string} */
        Answer: "met" | "not_involved" | "unmet";
        Applied: {
            applied: number;
            /** @description Rows that somebody else changed meanwhile. */
            conflicts: number[];
            /** @description New findings. */
            created: number;
        };
        /** @description Who answers for the findings; what is left out stays. */
        AssignBody: {
            co_leader_ids?: string[] | null;
            co_owner_ids?: string[] | null;
            co_unit_ids?: string[] | null;
            leader_id?: string | null;
            owner_id?: string | null;
            unit_id?: string | null;
        };
        /** @description What became of all. */
        BatchAnswer: {
            done: number;
            failed: number;
            /** @description In the order of the request. */
            items: components["schemas"]["BatchResult"][];
        };
        /** @description A step or an assignment for many findings. */
        BatchBody: {
            /** @description In whose place; in the own one when absent. */
            acting_for_id?: string | null;
            action?: components["schemas"]["Action"] | null;
            assign?: components["schemas"]["AssignBody"] | null;
            items: components["schemas"]["BatchItemBody"][];
            reason?: string | null;
        };
        /** @description A finding as the person saw it. */
        BatchItemBody: {
            key: string;
            /** Format: int64 */
            version: number;
        };
        /** @description What became of one finding. */
        BatchResult: {
            error: components["schemas"]["FailureDetail"] | null;
            key: string;
        };
        ChangeCounts: {
            change: number;
            error: number;
            new: number;
            same: number;
        };
        ChangeRow: {
            changes: components["schemas"]["WorkbookChange"][];
            key: string | null;
            kind: components["schemas"]["ChangeRowKind"];
            message: string | null;
            /**
             * Format: int32
             * @description As Excel counts, from 1.
             */
            row: number;
            /** Format: int64 */
            version: number | null;
        };
        /**
         * @description What a row of the workbook is.
         * @enum {string}
         */
        ChangeRowKind: "change" | "same" | "new" | "unknown" | "error";
        /** @description The differences of a workbook. */
        ChangeSet: {
            counts: components["schemas"]["ChangeCounts"];
            id: string;
            /** @description Columns with entries that are not taken over, in the order of the sheet. */
            ignored: string[];
            rows: components["schemas"]["ChangeRow"][];
        };
        Checked: {
            all: number;
            done: number;
        };
        CheckpointMail: {
            /** @description Why the last attempt failed. */
            failure: string | null;
            /** @description When the last one went. UTC. */
            last_at: string | null;
            /** @description Where they go; `null`: nobody configured it. */
            to: string | null;
        };
        ChronicleBody: {
            category: string;
            date?: components["schemas"]["Day"] | null;
            part: components["schemas"]["ChroniclePart"];
            text: string;
        };
        /** @description A piece of work for the round as a whole. */
        ChronicleEntry: {
            /** @description The heading that it stands under. */
            category: string;
            date: components["schemas"]["Day"] | null;
            /** @description `XC-2026-01-J001` */
            key: string;
            part: components["schemas"]["ChroniclePart"];
            /** @description Taken out; it can be brought back. */
            removed: boolean;
            /** @description Whole sentences. */
            text: string;
            /** Format: int64 */
            version: number;
        };
        /** @enum {string} */
        ChroniclePart: "organised" | "next";
        ChroniclePatch: {
            category?: string | null;
            date?: components["schemas"]["Day"] | null;
            part?: components["schemas"]["ChroniclePart"] | null;
            /** @description Takes the entry out, or brings it back. */
            removed?: boolean | null;
            text?: string | null;
            /** Format: int64 */
            version: number;
        };
        /** @description Where the finding stands, for the person who asks. */
        ClosedLoop: {
            criteria: components["schemas"]["CriterionNeed"][];
            extension: components["schemas"]["OpenExtension"] | null;
            filing_until: components["schemas"]["Day"] | null;
            may: components["schemas"]["May"];
            named_reviewer: components["schemas"]["Named"] | null;
            offers: components["schemas"]["Offer"][];
            /**
             * @description What changed between the last two times that closing was asked for, oldest first; null when it was asked for
             *     once at most.
             */
            since_submission: components["schemas"]["TimelineEvent"][] | null;
            /** @description Oldest first. */
            steps: components["schemas"]["StepTaken"][];
        };
        /** @enum {string} */
        Closure: "none" | "first_review" | "second_review" | "filing" | "closed";
        /** @enum {string} */
        Completion: "not_started" | "in_progress" | "mostly_done" | "done" | "standing";
        ConfirmBody: {
            /** @description Make units and people of names that the directory does not know. */
            create_missing?: boolean;
            /** @description Put aside what nobody looked at. */
            skip_open?: boolean;
            /** Format: int64 */
            version: number;
        };
        /** @description What a confirmation did. */
        ConfirmationAnswer: {
            created: components["schemas"]["Created"];
            keys: string[];
            updated: components["schemas"]["Updated"];
        };
        ConfirmationBody: {
            /** @description Key of evidence of the same finding. */
            evidence_key?: string | null;
            note: string;
            /** Format: int64 */
            version: number;
        };
        /** @description A count, as a number where it is whole. */
        Count: number | string;
        Coverage: {
            linked: number;
            open: number;
            sentences: number;
            skipped: number;
        };
        Created: {
            findings: number;
            measures: number;
            people: number;
            units: number;
        };
        /** @enum {string} */
        Criterion: "solved" | "measures_done" | "evidence" | "accountability" | "policy" | "approval";
        /** @description How a criterion is met. */
        CriterionAnswer: {
            answer: components["schemas"]["Answer"];
            criterion: components["schemas"]["Criterion"];
        };
        /** @description A criterion the submitter answers. */
        CriterionNeed: {
            criterion: components["schemas"]["Criterion"];
            need: components["schemas"]["Need"];
        };
        /** Format: date */
        Day: string;
        /** @description Who lets whom act for him. */
        Delegation: {
            delegate: components["schemas"]["Named"];
            ended: components["schemas"]["Day"] | null;
            from: components["schemas"]["Day"];
            id: string;
            /** @description The delegate may act today. */
            in_force: boolean;
            principal: components["schemas"]["Named"];
            reason: string;
            /** @description The duties in which he is stood in for. */
            roles: components["schemas"]["Role"][];
            /** @description The last day. */
            until: components["schemas"]["Day"];
            /** Format: int64 */
            version: number;
        };
        DelegationBody: {
            delegate_id: string;
            from: components["schemas"]["Day"];
            /** @description Whose place is lent; the own one when absent. Somebody else's is lent by the administrator. */
            principal_id?: string | null;
            reason: string;
            roles: components["schemas"]["Role"][];
            until: components["schemas"]["Day"];
        };
        /** @description The mechanical change that mends it. */
        DiagnosticFix: {
            after: string;
            before: string;
            place: components["schemas"]["DiagnosticPlace"];
        };
        /**
         * @description How sure the checker is.
         * @enum {string}
         */
        DiagnosticLevel: "error" | "warning" | "advice";
        /** @description A stretch of a block, or of a cell where the block is a table, in characters. */
        DiagnosticPlace: {
            block: number;
            cell: components["schemas"]["ReportCell"] | null;
            end: number;
            start: number;
        };
        /** @description What somebody said of it. */
        DiagnosticRemark: {
            act: components["schemas"]["RemarkAct"];
            /** @description UTC. */
            at: string;
            /** @description Name. */
            by: string;
            id: string;
            reason: string;
        };
        /** @description A whole draft. */
        Draft: {
            can_redo: boolean;
            can_undo: boolean;
            checked: components["schemas"]["Checked"];
            coverage: components["schemas"]["Coverage"];
            document: components["schemas"]["DraftDocument"];
            /** @description An earlier draft of the same file. */
            duplicate_of: string | null;
            id: string;
            inspection_key: string;
            mapping: components["schemas"]["Mapping"] | null;
            nodes: components["schemas"]["DraftNode"][];
            paragraphs: components["schemas"]["Paragraph"][];
            problems: components["schemas"]["DraftProblem"][];
            state: components["schemas"]["DraftState"];
            totals: components["schemas"]["DraftTotal"][];
            /** Format: int64 */
            version: number;
        };
        /** @description The draft after an edit. */
        DraftAnswer: {
            draft: components["schemas"]["Draft"];
        };
        DraftCounts: {
            /** Format: int64 */
            findings: number;
            /** Format: int64 */
            measures: number;
        };
        DraftDeadline: {
            date: string | null;
            kind: string;
            text: string;
        };
        DraftDocument: {
            /** @description Without blanks. */
            characters: number;
            digest: string;
            format: string;
            kind: string;
            name: string;
            paragraphs: number;
            title: string | null;
        };
        /** @description An edit. Paragraphs count from 1; offsets are UTF-16. */
        DraftEdit: {
            node: string;
            /** @enum {string} */
            op: "set_text";
            text?: string | null;
            title?: string | null;
        } | {
            kind: components["schemas"]["NodeKind"];
            node: string;
            /** @enum {string} */
            op: "set_kind";
        } | {
            node: string;
            /** @enum {string} */
            op: "set_parent";
            parent?: string | null;
            position: number;
        } | {
            node: string;
            /** @enum {string} */
            op: "promote";
        } | {
            node: string;
            /** @enum {string} */
            op: "demote";
        } | {
            node: string;
            /** @enum {string} */
            op: "move_up";
        } | {
            node: string;
            /** @enum {string} */
            op: "move_down";
        } | {
            nodes: string[];
            /** @enum {string} */
            op: "merge";
        } | {
            at: number;
            node: string;
            /** @enum {string} */
            op: "split";
        } | {
            end: number;
            kind: components["schemas"]["NodeKind"];
            /** @enum {string} */
            op: "create";
            /** Format: int32 */
            paragraph: number;
            parent?: string | null;
            start: number;
        } | {
            end: number;
            node: string;
            /** @enum {string} */
            op: "attach";
            /** Format: int32 */
            paragraph: number;
            start: number;
        } | {
            node: string;
            /** @enum {string} */
            op: "remove";
        } | {
            end: number;
            /** @enum {string} */
            op: "skip";
            /** Format: int32 */
            paragraph: number;
            start: number;
        } | {
            end: number;
            /** @enum {string} */
            op: "unskip";
            /** Format: int32 */
            paragraph: number;
            start: number;
        } | {
            checked: boolean;
            node: string;
            /** @enum {string} */
            op: "check";
        } | {
            /** @enum {string} */
            op: "check_all";
        } | {
            node: string;
            /** @enum {string} */
            op: "assign";
            owners: components["schemas"]["DraftOwner"][];
        } | {
            date?: components["schemas"]["Day"] | null;
            node: string;
            /** @enum {string} */
            op: "set_deadline";
            text?: string | null;
        };
        /** @description What a column of a ledger says. */
        DraftField: {
            name: string;
            text: string;
        };
        DraftNode: {
            checked: boolean;
            deadlines: components["schemas"]["DraftDeadline"][];
            fields: components["schemas"]["DraftField"][];
            id: string;
            kind: components["schemas"]["NodeKind"];
            label: string;
            owners: components["schemas"]["DraftOwner"][];
            parent_id: string | null;
            /** @description Order among its siblings. */
            position: number;
            skipped: boolean;
            sources: components["schemas"]["NodeSource"][];
            status: string | null;
            text: string;
            title: string;
        };
        /** @description Who is named, and whom that means. */
        DraftOwner: {
            person_id: string | null;
            /** @description `leader`, `lead_unit`, `co_unit`, `owner` or `reviewer`. */
            role: string;
            text: string;
            unit_id: string | null;
        };
        DraftProblem: {
            code: string;
            message: string;
            /** Format: int32 */
            paragraph: number | null;
        };
        /** @enum {string} */
        DraftState: "open" | "confirmed" | "discarded";
        /** @description A draft in a list. */
        DraftSummary: {
            counts: components["schemas"]["DraftCounts"];
            /** @description UTC. */
            created_at: string;
            id: string;
            kind: string;
            name: string;
            state: components["schemas"]["DraftState"];
        };
        DraftTotal: {
            consistent: boolean | null;
            /** Format: int32 */
            paragraph: number;
            parts: components["schemas"]["DraftTotalPart"][];
            subject: string;
            total: components["schemas"]["Count"];
            unit: string;
        };
        DraftTotalPart: {
            count: components["schemas"]["Count"];
            label: string;
        };
        /** @description Findings of one duty: the first ones, and how many there are. */
        DutyGroup: {
            /** @description `returned`, `answer`, `plan`, `submit`, `extension` or `standing`. */
            duty: string;
            items: components["schemas"]["DutyItem"][];
            /** Format: int64 */
            total: number;
        };
        /** @description A finding that the person has to do something about. */
        DutyItem: components["schemas"]["WorkItem"] & {
            acting_for: components["schemas"]["Named"] | null;
            /** @description The step that is due now, with the reason where it is not possible yet. */
            offers: components["schemas"]["Offer"][];
            returned: components["schemas"]["StepTaken"] | null;
            /** @description Standing rules and duties that count, first what is due first; only where the duty is about them. */
            standing: components["schemas"]["StandingDue"][];
        };
        EditBody: {
            edit: components["schemas"]["DraftEdit"];
            /** Format: int64 */
            version: number;
        };
        /** @description Ends a delegation as the person saw it. */
        EndDelegationBody: {
            /** Format: int64 */
            version: number;
        };
        /** @enum {string} */
        EntryKind: "off" | "worked";
        /** @enum {string} */
        EventKind: "imported" | "created" | "changed" | "measure_added" | "measure_changed" | "measure_removed" | "evidence_added" | "evidence_withdrawn" | "standing_added" | "standing_confirmed" | "standing_changed" | "stepped" | "finding_split" | "findings_merged" | "family_undone" | "note_written" | "note_answered" | "note_withdrawn" | "workbook_applied" | "signed_in" | "sign_in_failed" | "signed_out" | "password_changed" | "refused" | "locked" | "ignored" | "overruled" | "confirmed" | "exported" | "delegated" | "delegation_ended" | "positioned" | "configured" | "printed" | "downloaded" | "previewed" | "verified" | "read" | "checkpoint_sent";
        Evidence: {
            /** @description The fact is older than the feedback. */
            before_feedback: boolean;
            /** Format: int64 */
            bytes: number;
            /** @description SHA-256. */
            digest: string;
            fact_date: components["schemas"]["Day"] | null;
            /** @description `XC-2026-01-014-E02` */
            key: string;
            kind: components["schemas"]["EvidenceKind"];
            /** @description Key of the measure it proves. */
            measure_key: string | null;
            name: string;
            note: string | null;
            replace_reason: string | null;
            /** @description Key of the newer version. */
            replaced_by: string | null;
            /** @description Key of the earlier version that it stands for, and why. */
            replaces: string | null;
            /** @description Keys of other findings that the same file proves. */
            reused_in: string[];
            /** @description SM3 (GB/T 32905-2016). */
            sm3: string;
            /** @description UTC. */
            uploaded_at: string;
            uploader: components["schemas"]["Named"];
            /** @description Withdrawn or replaced. */
            withdrawn: boolean;
        };
        /** @description A file of evidence. */
        EvidenceForm: {
            /** @description When that happened which the file proves: 2026-06-30. */
            fact_date?: string | null;
            /** Format: binary */
            file: File;
            /** @description Key of the measure it proves. */
            measure?: string | null;
            note?: string | null;
            reason?: string | null;
            /** @description Key of the earlier version that it stands for; `reason` says why. */
            replaces?: string | null;
        };
        /** @enum {string} */
        EvidenceKind: "document" | "sheet" | "pdf" | "image" | "text" | "other";
        /** @description Everything that is not 2xx. */
        Failure: {
            error: components["schemas"]["FailureDetail"];
        };
        /** @description What went wrong, and what to do about it. */
        FailureDetail: {
            /** @description Stable name for programs. */
            code: string;
            /** @description For a conflict: the object as it is now. */
            details: Record<string, never> | null;
            /** @description Wrong fields and why, if the request was a form. */
            fields: {
                [key: string]: string;
            } | null;
            /** @description For the person who asked, in the language of the request. */
            message: string;
        };
        /** @description How the finding belongs with others, and what may be done. */
        Family: {
            /** @description `split`, `merged` or `taken_back` where the finding is not worked on. */
            aside: string | null;
            from: components["schemas"]["Relative"][];
            into: components["schemas"]["Relative"][];
            /** @description A split or a merge must say why: the plan is approved. */
            needs_reason: boolean;
            split_refusal: components["schemas"]["StepRefusal"] | null;
            undo_refusal: components["schemas"]["StepRefusal"] | null;
        };
        /** @enum {string} */
        FamilyKind: "split" | "merge";
        /** @description Problems and recommendations of the feedback document, each counted once. */
        FeedbackFigures: {
            /** Format: int64 */
            done: number;
            /** Format: int64 */
            findings: number;
            rate: string;
            /** Format: int64 */
            recommendations: number;
        };
        /** @description A field before and after. */
        FieldChange: {
            after: string | null;
            before: string | null;
            field: string;
        };
        /** @description A finding with everything. */
        Finding: components["schemas"]["FindingCommon"] & {
            /** @description Yuan, exact decimal. */
            amount: string | null;
            category: string | null;
            closed_loop: components["schemas"]["ClosedLoop"];
            /** @description All evidence, withdrawn ones too. */
            evidence_files: components["schemas"]["Evidence"][];
            family: components["schemas"]["Family"];
            guidance: components["schemas"]["Guidance"];
            inspection_key: string;
            measures: components["schemas"]["Measure"][];
            next_key: string | null;
            previous_key: string | null;
            restriction: components["schemas"]["Restriction"] | null;
            source_text: string;
            sources: components["schemas"]["SourceSpan"][];
            standing: components["schemas"]["Standing"][];
            standing_review: components["schemas"]["Day"] | null;
            /** @description What keeps a standing finding solved, and when it is due next. */
            standing_rule: string | null;
            /** @description What documents say of duty, date and status that no other field holds; one statement a line. */
            stated: string | null;
            target: string | null;
            /** @description Newest first. */
            timeline: components["schemas"]["TimelineEvent"][];
            warnings: components["schemas"]["PaperWarning"][];
        };
        /** @description What list and detail both show. */
        FindingCommon: {
            area: string | null;
            closure: components["schemas"]["Closure"];
            /** @description Who leads and answers beside the first of each. */
            co_leaders: components["schemas"]["Named"][];
            co_owners: components["schemas"]["Named"][];
            co_units: components["schemas"]["Named"][];
            completion: components["schemas"]["Completion"];
            due: components["schemas"]["Day"] | null;
            /** Format: int64 */
            evidence: number;
            fix_type: components["schemas"]["FixType"] | null;
            id: string;
            /** @description `XC-2026-01-014`; never changes. */
            key: string;
            kind: components["schemas"]["FindingKind"];
            lamp: components["schemas"]["Lamp"];
            lamp_reason: string;
            leader: components["schemas"]["Named"] | null;
            /** @description The printed number: that of the feedback document, `3(1)` for a part, `3、4` for what was put together. */
            ordinal: string;
            owner: components["schemas"]["Named"] | null;
            /**
             * Format: int64
             * @description Percent of measures that are done.
             */
            progress: number;
            /** Format: int64 */
            serial: number;
            stage: components["schemas"]["Stage"];
            text: string;
            title: string;
            unit: components["schemas"]["Named"] | null;
            /** Format: int64 */
            version: number;
        };
        /** @enum {string} */
        FindingKind: "problem" | "recommendation";
        /** @description A page of the list. */
        FindingPage: {
            as_of: components["schemas"]["Day"];
            /** @description Under all filters but the lamp. */
            counts: components["schemas"]["PageCounts"];
            items: components["schemas"]["FindingRow"][];
            /** @description Where the next page begins; pass it as `after`. */
            next: string | null;
            /**
             * Format: int64
             * @description Findings under all filters.
             */
            total: number;
        };
        FindingPatch: {
            /** @description Yuan, exact decimal. */
            amount?: string | null;
            category?: string | null;
            co_leader_ids?: string[] | null;
            co_owner_ids?: string[] | null;
            co_unit_ids?: string[] | null;
            due?: components["schemas"]["Day"] | null;
            fix_type?: components["schemas"]["FixType"] | null;
            leader_id?: string | null;
            owner_id?: string | null;
            reason?: string | null;
            target?: string | null;
            /** @description The original wording; needs a reason. */
            text?: string | null;
            title?: string | null;
            unit_id?: string | null;
            /** Format: int64 */
            version: number;
        };
        /** @description A row of the list. */
        FindingRow: components["schemas"]["FindingCommon"] & {
            measures: components["schemas"]["MeasureCounts"];
        };
        /** @enum {string} */
        FixType: "immediate" | "deadline" | "standing";
        /** @description A face that is not installed where PDFs are set, and what stands in for it. */
        FontReplacement: {
            used: string;
            /** @description 仿宋 */
            wanted: string;
        };
        /** @enum {string} */
        FormRows: "findings" | "measures";
        /** @enum {string} */
        Gap: "leader" | "unit" | "owner" | "due";
        /** @description How many findings lack something. */
        GapCount: {
            gap: components["schemas"]["Gap"];
            /** Format: int64 */
            total: number;
        };
        /** @description What responsibility lacks. */
        Gaps: {
            /** Format: int64 */
            findings: number;
            /** @description Members of the leading group of the inspected unit who lead and own nothing; for who sees all of the round. */
            leaders_without_items: components["schemas"]["IdleLeader"][];
            missing: components["schemas"]["GapCount"][];
        };
        /** @description The notes about a finding, oldest first, and what the person may add. */
        Guidance: {
            answer_refusal: components["schemas"]["StepRefusal"] | null;
            notes: components["schemas"]["GuidanceNote"][];
            write_refusal: components["schemas"]["StepRefusal"] | null;
        };
        /** @description A note of a superior. */
        GuidanceNote: {
            actor: components["schemas"]["Named"];
            answer_by: components["schemas"]["Day"] | null;
            answers: components["schemas"]["NoteReply"][];
            /** @description UTC. */
            at: string;
            date: components["schemas"]["Day"];
            id: string;
            kind: components["schemas"]["NoteKind"];
            /** @description `noted`, `waiting`, `late`, `answered` or `withdrawn`. */
            state: string;
            text: string;
            withdrawal: components["schemas"]["NoteReply"] | null;
        };
        /** @description A leader without any item. */
        IdleLeader: {
            duty: string | null;
            id: string;
            name: string;
        };
        InspectionBody: {
            document_number?: string | null;
            feedback_date?: components["schemas"]["Day"] | null;
            issuing_body: string;
            /** @description Identifier of a rule profile; none is the first that suits the source. */
            profile?: string | null;
            receipt_date?: components["schemas"]["Day"] | null;
            source: components["schemas"]["Source"];
            title: string;
            unit_id: string;
        };
        InspectionCounts: {
            by_lamp: components["schemas"]["LampCounts"];
            /** Format: int64 */
            findings: number;
        };
        InspectionPatch: {
            document_number?: string | null;
            feedback_date?: components["schemas"]["Day"] | null;
            issuing_body?: string | null;
            profile?: string | null;
            receipt_date?: components["schemas"]["Day"] | null;
            title?: string | null;
            /** Format: int64 */
            version: number;
        };
        /** @description A round of inspection or audit. */
        InspectionSummary: {
            counts: components["schemas"]["InspectionCounts"];
            document_number: string | null;
            feedback_date: components["schemas"]["Day"] | null;
            id: string;
            issuing_body: string;
            key: string;
            /** @description Identifier of the rule profile it follows. */
            profile: string;
            receipt_date: components["schemas"]["Day"] | null;
            source: components["schemas"]["Source"];
            title: string;
            unit_id: string;
            /** Format: int64 */
            version: number;
        };
        /** @description How a report is issued; what is left out stays as it is. */
        IssueBody: {
            /** @description 抄送 */
            copies?: string | null;
            form?: components["schemas"]["ReportForm"] | null;
            /** @description Bodies that issue it together with the own one. */
            joint?: string[] | null;
            layout?: components["schemas"]["ReportLayout"] | null;
            /** @description 发文字号; empty takes it away. */
            number?: string | null;
            seal?: components["schemas"]["ReportSeal"] | null;
            /** @description 签发人 of an upward document. */
            signers?: string[] | null;
            /** @description `extra`, `quick`, or empty for none. */
            urgency?: string | null;
        };
        /** @description A file that is made for the person who asked; nobody else sees it. */
        Job: {
            /** @description Why it failed. */
            failure: string | null;
            finished_at: string | null;
            format: components["schemas"]["ReportFormat"];
            id: string;
            /** @description Key of the report. */
            report: string;
            /** @description UTC. */
            started_at: string;
            state: components["schemas"]["JobState"];
            title: string;
        };
        /** @description As what. */
        JobBody: {
            format?: components["schemas"]["ReportFormat"];
        };
        /**
         * @description How far a job is.
         * @enum {string}
         */
        JobState: "running" | "done" | "failed";
        /** @enum {string} */
        Lamp: "green" | "yellow" | "red" | "done" | "none";
        LampChange: {
            after: components["schemas"]["Lamp"];
            before: components["schemas"]["Lamp"];
            findings: number;
            /** @description `将使 37 项由正常变为临期` */
            words: string;
        };
        /** @description Findings by lamp. */
        LampCounts: {
            /** Format: int64 */
            done: number;
            /** Format: int64 */
            green: number;
            /** Format: int64 */
            none: number;
            /** Format: int64 */
            red: number;
            /** Format: int64 */
            yellow: number;
        };
        /**
         * @description What became of a line.
         * @enum {string}
         */
        LineChange: "same" | "removed" | "added" | "changed";
        /** @description A list with its exact total. */
        List_ChronicleEntry: {
            items: components["schemas"]["ChronicleEntry"][];
            total: number;
        };
        /** @description A list with its exact total. */
        List_Delegation: {
            items: components["schemas"]["Delegation"][];
            total: number;
        };
        /** @description A list with its exact total. */
        List_DraftSummary: {
            items: components["schemas"]["DraftSummary"][];
            total: number;
        };
        /** @description A list with its exact total. */
        List_FontReplacement: {
            items: components["schemas"]["FontReplacement"][];
            total: number;
        };
        /** @description A list with its exact total. */
        List_InspectionSummary: {
            items: components["schemas"]["InspectionSummary"][];
            total: number;
        };
        /** @description A list with its exact total. */
        List_Job: {
            items: components["schemas"]["Job"][];
            total: number;
        };
        /** @description A list with its exact total. */
        List_Person: {
            items: components["schemas"]["Person"][];
            total: number;
        };
        /** @description A list with its exact total. */
        List_Position: {
            items: components["schemas"]["Position"][];
            total: number;
        };
        /** @description A list with its exact total. */
        List_PublicationSummary: {
            items: components["schemas"]["PublicationSummary"][];
            total: number;
        };
        /** @description A list with its exact total. */
        List_Publishing: {
            items: components["schemas"]["Publishing"][];
            total: number;
        };
        /** @description A list with its exact total. */
        List_ReportDiagnostic: {
            items: components["schemas"]["ReportDiagnostic"][];
            total: number;
        };
        /** @description A list with its exact total. */
        List_ReportLine: {
            items: components["schemas"]["ReportLine"][];
            total: number;
        };
        /** @description A list with its exact total. */
        List_ReportSummary: {
            items: components["schemas"]["ReportSummary"][];
            total: number;
        };
        /** @description A list with its exact total. */
        List_Template: {
            items: components["schemas"]["Template"][];
            total: number;
        };
        /** @description A list with its exact total. */
        List_Token: {
            items: components["schemas"]["Token"][];
            total: number;
        };
        /** @description A list with its exact total. */
        List_Unit: {
            items: components["schemas"]["Unit"][];
            total: number;
        };
        /** @description A list with its exact total. */
        List_Upload: {
            items: components["schemas"]["Upload"][];
            total: number;
        };
        ListedDay: {
            date: components["schemas"]["Day"];
            kind: components["schemas"]["EntryKind"];
            name: string;
        };
        /** @description Where the log ends: to be copied out and kept elsewhere. */
        LogCheckpoint: {
            algorithm: string;
            /** @description The printed form, as `rectify verify --checkpoint` takes it. */
            checkpoint: string;
            hash: string;
            /** Format: int64 */
            seq: number;
        };
        /** @description An entry of the log; fields are named in words. */
        LogEntry: {
            /** @description The kind in words. */
            act: string;
            actor: components["schemas"]["Named"] | null;
            /** @description UTC. */
            at: string;
            changes: components["schemas"]["FieldChange"][];
            /** @description Hash over the entry and the one before, lower-case hex. */
            hash: string;
            kind: string;
            /** @description Rows of the record that the entry holds digests of. */
            rows: number;
            /** Format: int64 */
            seq: number;
            subject: components["schemas"]["LogSubject"];
            summary: string;
        };
        /** @description Something that is wrong. */
        LogOffence: {
            /**
             * Format: int64
             * @description The first entry that is concerned; `null` for the log as a whole and for rows of the record.
             */
            seq: number | null;
            words: string;
        };
        /** @description A page of the log, newest first, with its exact total. */
        LogPage: {
            items: components["schemas"]["LogEntry"][];
            /**
             * Format: int64
             * @description `after` of the next page.
             */
            next: number | null;
            /** Format: int64 */
            total: number;
        };
        /** @description What an entry is about. */
        LogSubject: {
            /** @description Key of a finding or an inspection, or identifier of a person or unit. */
            key: string;
            /** @description Its name, of a person or unit. */
            name: string | null;
        };
        /** @description What a check found. */
        LogVerification: {
            /** @description UTC. */
            at: string;
            /** @description Where the log ended when it was read. */
            end: components["schemas"]["LogCheckpoint"];
            /** Format: int64 */
            entries: number;
            /** @description What is wrong, in words, the log first. */
            offences: components["schemas"]["LogOffence"][];
            /** @description All of them, also those that are not named. */
            offences_total: number;
            /** Format: int64 */
            rows: number;
            sound: boolean;
            /** Format: int64 */
            took_ms: number;
        };
        Mapping: {
            columns: components["schemas"]["MappingColumn"][];
            /** Format: int32 */
            header_rows: number;
            sheet: string;
        };
        MappingBody: {
            columns: components["schemas"]["MappingColumnBody"][];
            /** Format: int32 */
            header_rows?: number | null;
            /** @description Keep the meaning of these columns for the next workbook. */
            remember?: boolean;
            /** Format: int64 */
            version: number;
        };
        MappingColumn: {
            /** @description Name of a ledger field; null when the column is not used. */
            field: string | null;
            header: string;
            /** Format: int32 */
            index: number;
            sample: string;
        };
        MappingColumnBody: {
            field?: string | null;
            /** Format: int32 */
            index: number;
        };
        /** @description Stored material. */
        Material: {
            /** Format: int64 */
            bytes: number;
            digest: string;
            fact_date: components["schemas"]["Day"] | null;
            finding_key: string;
            finding_title: string;
            /** @description Key of the evidence. */
            key: string;
            kind: components["schemas"]["EvidenceKind"];
            name: string;
            note: string | null;
            /** @description UTC. */
            uploaded_at: string;
            uploader: components["schemas"]["Named"];
        };
        /** @description A page of stored material, newest first. */
        MaterialPage: {
            items: components["schemas"]["Material"][];
            /** @description `after` of the next page. */
            next: string | null;
        };
        /** @description What work is open to the person who asks. */
        May: {
            /** @description A date that is set moves only by a granted extension. */
            due_locked: boolean;
            /** @description What was submitted stays as it is until somebody returns it. */
            locked: boolean;
            /** @description Keys of the measures on which the person may report. */
            measures: string[];
            /** @description Fields, measures and who answers for them. */
            plan: boolean;
            /** @description Progress and evidence of the whole finding. */
            report: boolean;
            /** @description Mark it as restricted, or lift that. */
            restrict: boolean;
        };
        Measure: {
            co_leaders: components["schemas"]["Named"][];
            co_owners: components["schemas"]["Named"][];
            co_units: components["schemas"]["Named"][];
            completion: components["schemas"]["Completion"];
            deliverable: string | null;
            due: components["schemas"]["Day"] | null;
            id: string;
            /** @description `XC-2026-01-014-03`; never used again. */
            key: string;
            lead_unit: components["schemas"]["Named"] | null;
            leader: components["schemas"]["Named"] | null;
            owner: components["schemas"]["Named"] | null;
            progress_note: string | null;
            sources: components["schemas"]["SourceSpan"][];
            /** @description As of a finding. */
            stated: string | null;
            target: string | null;
            text: string;
            /** Format: int64 */
            version: number;
        };
        /** @description A new measure, or what changes of one. */
        MeasureBody: {
            co_leader_ids?: string[] | null;
            co_owner_ids?: string[] | null;
            co_unit_ids?: string[] | null;
            completion?: components["schemas"]["Completion"] | null;
            deliverable?: string | null;
            due?: components["schemas"]["Day"] | null;
            lead_unit_id?: string | null;
            leader_id?: string | null;
            owner_id?: string | null;
            progress_note?: string | null;
            /** @description Needed to change text, target or deliverable once the plan is approved. */
            reason?: string | null;
            target?: string | null;
            text?: string | null;
            /**
             * Format: int64
             * @description Needed for a change.
             */
            version?: number | null;
        };
        MeasureCounts: {
            /** Format: int64 */
            all: number;
            /** Format: int64 */
            done: number;
        };
        MeasureGroup: {
            items: components["schemas"]["WorkMeasure"][];
            /** Format: int64 */
            total: number;
        };
        /** @description A finding that is put together with others, as the person saw it. */
        MemberBody: {
            key: string;
            /** Format: int64 */
            version: number;
        };
        MergeBody: {
            others: components["schemas"]["MemberBody"][];
            /** @description Needed once the plan is approved. */
            reason?: string | null;
            title: string;
            /** Format: int64 */
            version: number;
        };
        /** @description Names that the directory does not know. */
        MissingOwners: {
            people: string[];
            units: string[];
        };
        /** @description What the person has to do. */
        MyWork: {
            as_of: components["schemas"]["Day"];
            /** @description Duties that the person can have, also those of which there are none now. */
            duties: components["schemas"]["DutyGroup"][];
            measures: components["schemas"]["MeasureGroup"];
            /**
             * Format: int64
             * @description What waits on the desk of the reviewer; null for who never reviews.
             */
            reviews: number | null;
            /**
             * Format: int64
             * @description All duties, measures and reviews together; what is both a duty and a review counts once.
             */
            total: number;
        };
        /** @description A unit or person by name. */
        Named: {
            id: string;
            name: string;
        };
        /** @enum {string} */
        Need: "always" | "when_called_for" | "advisory";
        /** @enum {string} */
        NodeKind: "area" | "finding" | "recommendation" | "measure" | "context";
        /** @description UTF-16 offsets in a paragraph, which counts from 1. */
        NodeSource: {
            end: number;
            /** Format: int32 */
            paragraph: number;
            start: number;
        };
        /** @description A note, an answer, or a withdrawal with its reason as the text. */
        NoteBody: {
            /** @description The note that is answered or withdrawn. */
            about?: string | null;
            answer_by?: components["schemas"]["Day"] | null;
            date?: components["schemas"]["Day"] | null;
            kind: components["schemas"]["NoteKind"];
            text: string;
        };
        /** @enum {string} */
        NoteKind: "instruction" | "guidance" | "supervision" | "answer" | "withdrawal";
        /** @description An answer to a note, or its withdrawal. */
        NoteReply: {
            actor: components["schemas"]["Named"];
            /** @description UTC. */
            at: string;
            date: components["schemas"]["Day"];
            id: string;
            text: string;
        };
        /** @description How long it stands and where the public may turn. */
        Notice: {
            /**
             * Format: int32
             * @description Working days.
             */
            days: number;
            email: string;
            from: components["schemas"]["Day"] | null;
            phone: string;
            postal: string;
            until: components["schemas"]["Day"] | null;
            /** @description What is not sure about the last day. */
            until_note: string | null;
        };
        /** @description The whole notice. */
        NoticeBody: {
            /** Format: int32 */
            days: number;
            email: string;
            from?: components["schemas"]["Day"] | null;
            phone: string;
            postal: string;
            /** Format: int64 */
            version: number;
        };
        /** @description An action of the present stage; without a refusal it is possible. */
        Offer: {
            acting_for: components["schemas"]["Named"] | null;
            action: components["schemas"]["Action"];
            refusal: components["schemas"]["StepRefusal"] | null;
        };
        /** @description A request for more time that waits for its answer. */
        OpenExtension: {
            reason: string;
            until: components["schemas"]["Day"];
        };
        /** @description Days of the organisation, one a line. */
        OwnDaysBody: {
            days: string;
            /** Format: int64 */
            version: number;
        };
        PageCounts: {
            /** Format: int64 */
            all: number;
            by_lamp: components["schemas"]["LampCounts"];
        };
        /** @enum {string} */
        PaperCode: "hollow_measure" | "pasted_text" | "rule_without_number" | "evidence_before_feedback" | "evidence_reused";
        /** @enum {string} */
        PaperPart: "measure" | "progress" | "evidence";
        /** @description Something doubtful about a finding; it stops nobody. */
        PaperWarning: {
            /** @description Why that is looked at. */
            basis: string;
            code: components["schemas"]["PaperCode"];
            message: string;
            /** @description Keys of other findings with the same text or file. */
            others: string[];
            part: components["schemas"]["PaperPart"];
            /** @description Key of the measure or the evidence. */
            subject: string;
        };
        Paragraph: {
            /** @description Automatic number, which is not part of the text. */
            label: string | null;
            /**
             * Format: int32
             * @description Level of the heading it holds.
             */
            level: number | null;
            /** @description From 1. */
            n: number;
            /** @description Where it stands in the file, in words. */
            place: string;
            sentences: components["schemas"]["Sentence"][];
            text: string;
        };
        /**
         * @description Which findings the list is of.
         * @enum {string}
         */
        Part: "counted" | "set_aside";
        /** @description A part of a split. */
        PartBody: {
            /** @description Yuan, exact decimal; the parts have together what the whole has. */
            amount?: string | null;
            /** @description Keys of the evidence that it takes over. */
            evidence?: string[];
            /** @description Keys of the measures that it takes over; several parts may take over the same. */
            measures?: string[];
            /** @description Its share of the original wording; all of it when absent. */
            text?: string | null;
            title: string;
        };
        PasswordBody: {
            new: string;
            old: string;
        };
        Person: {
            active: boolean;
            duty: string | null;
            id: string;
            name: string;
            roles: components["schemas"]["Role"][];
            unit_id: string | null;
            username: string | null;
            /** Format: int64 */
            version: number;
        };
        PersonBody: {
            duty?: string | null;
            name: string;
            password?: string | null;
            roles?: components["schemas"]["Role"][];
            unit_id?: string | null;
            username?: string | null;
        };
        PersonPatch: {
            active?: boolean | null;
            duty?: string | null;
            name?: string | null;
            password?: string | null;
            roles?: components["schemas"]["Role"][] | null;
            unit_id?: string | null;
            username?: string | null;
            /** Format: int64 */
            version: number;
        };
        /** @description A further position, or a main one that is over. */
        Position: {
            duty: string | null;
            from: components["schemas"]["Day"] | null;
            id: string;
            kind: components["schemas"]["PositionKind"];
            roles: components["schemas"]["Role"][];
            unit_id: string;
            until: components["schemas"]["Day"] | null;
            /** Format: int64 */
            version: number;
        };
        PositionBody: {
            duty?: string | null;
            from?: components["schemas"]["Day"] | null;
            roles: components["schemas"]["Role"][];
            unit_id: string;
            until?: components["schemas"]["Day"] | null;
        };
        /** @enum {string} */
        PositionKind: "main" | "further";
        PositionPatch: {
            duty?: string | null;
            from?: components["schemas"]["Day"] | null;
            roles?: components["schemas"]["Role"][] | null;
            until?: components["schemas"]["Day"] | null;
            /** Format: int64 */
            version: number;
        };
        /** @description A page that is being printed. */
        PrintBody: {
            inspection: string;
            /** @enum {string} */
            page: "ledger";
        } | {
            inspection: string;
            /** @enum {string} */
            page: "import";
        } | {
            /** @enum {string} */
            page: "audit_log";
        } | {
            finding: string;
            /** @enum {string} */
            page: "review";
        } | {
            finding: string;
            /** @enum {string} */
            page: "card";
        };
        Profile: {
            id: string;
            name: string;
            settings: components["schemas"]["Setting"][];
            sources: components["schemas"]["Source"][];
        };
        /** @description Settings that shall differ from what is built in; what is left out goes back. */
        ProfileBody: {
            settings: components["schemas"]["SettingBody"][];
            /** Format: int64 */
            version: number;
        };
        /** @description What a change would do today. */
        ProfilePreview: {
            /** @description Findings that follow the profile. */
            findings: number;
            lamps: components["schemas"]["LampChange"][];
        };
        /** @description A publication beside the internal version. */
        Publication: components["schemas"]["PublicationSummary"] & {
            confirmed_at: string | null;
            /** @description What the text is known by: confirming says which text was seen. */
            digest: string;
            /** @description Why the person who asks cannot confirm; empty where he can. */
            gaps: string[];
            maker: components["schemas"]["Named"];
            notice: components["schemas"]["Notice"];
            redacted: number;
            redactions: components["schemas"]["PublicationRedaction"][];
            /** @description Who confirmed it. */
            reviewer: string | null;
            rows: components["schemas"]["PublicationRow"][];
            /** @description Findings withheld and published in part. */
            withheld: number;
        };
        PublicationChange: {
            /** @description Words of the public version. */
            after: string;
            /** @description `withheld`, `wording`, `name`, `phone`, `identity`, `bank_card`, `address`, `manual`, `restored` */
            kind: string;
            reason: string;
        };
        /** @description Which text was seen. */
        PublicationConfirmationBody: {
            digest: string;
            /** Format: int64 */
            version: number;
        };
        /** @description Words redacted or left open by hand. */
        PublicationRedaction: {
            after: string;
            before: string;
            everywhere: boolean;
            /** @description Its words are not there any more. */
            lost: boolean;
            reason: string;
        };
        /** @description What stands side by side: a paragraph is one row of one cell. */
        PublicationRow: {
            /** @description Number of the internal block; none where the public version says more. */
            block: number | null;
            /** @description Paragraphs behind it that fall away with it. */
            dropped: string[];
            /** @description `body`, `table` … */
            kind: string;
            /** @description Number of the public block; none where it is left out. */
            public: number | null;
            rows: components["schemas"]["PublicationSegment"][][][];
        };
        /** @description A stretch that both versions share, or that differs and why. */
        PublicationSegment: {
            change: components["schemas"]["PublicationChange"] | null;
            /** @description Where they stand in the internal paragraph or cell, in characters. */
            start: number;
            /** @description Words of the internal version. */
            text: string;
        };
        /** @enum {string} */
        PublicationStanding: "draft" | "confirmed" | "discarded";
        /** @description A publication without its text. */
        PublicationSummary: {
            /** @description `XC-2026-01-P001` */
            key: string;
            /** @description Key of the locked report it was made from. */
            report: string;
            standing: components["schemas"]["PublicationStanding"];
            title: string;
            /** @description UTC. */
            updated_at: string;
            /** Format: int64 */
            version: number;
        };
        /** @description The version that is discarded. */
        PublicationVersionBody: {
            /** Format: int64 */
            version: number;
        };
        /** @enum {string} */
        Publish: "full" | "redacted" | "withheld";
        /** @description A finding with what was decided for it. */
        Publishing: {
            /** @description Key of the finding. */
            finding: string;
            publish: components["schemas"]["Publish"];
            reason: components["schemas"]["WithholdReason"] | null;
            /** Format: int64 */
            serial: number;
            title: string;
            /**
             * Format: int64
             * @description 0 until something was decided.
             */
            version: number;
            /** @description What stands for the wording of a finding that is published in part. */
            wording: string | null;
        };
        /** @description A decision for several findings: all of them or none. */
        PublishingBody: {
            findings: components["schemas"]["PublishingVersion"][];
            publish: components["schemas"]["Publish"];
            reason?: components["schemas"]["WithholdReason"] | null;
            wording?: string | null;
        };
        /** @description A finding and the version of what was decided for it. */
        PublishingVersion: {
            finding: string;
            /** Format: int64 */
            version: number;
        };
        /** @description A decision that the person took. */
        RecentDecision: {
            key: string;
            step: components["schemas"]["StepTaken"];
            title: string;
        };
        /** @enum {string} */
        Recurrence: "month" | "quarter" | "half_year" | "year";
        /** @description Words of the internal version that are to be replaced, or left open where `after` is the same. */
        RedactionBody: {
            after: string;
            before: string;
            block: number;
            cell?: components["schemas"]["ReportCell"] | null;
            /** @description Wherever the words stand. */
            everywhere?: boolean;
            reason: string;
            /** @description Characters. */
            start: number;
            /** Format: int64 */
            version: number;
        };
        /** @description A redaction by its number. */
        RedactionRemovalBody: {
            number: number;
            /** Format: int64 */
            version: number;
        };
        /** @description Places to be brought up to date. */
        RefreshBody: {
            /** @description Numbers of bound places; without, all of them, and the day becomes today. */
            places?: number[] | null;
            /** Format: int64 */
            version: number;
        };
        /** @description A finding that this one came from, or that stands for it. */
        Relative: {
            key: string;
            kind: components["schemas"]["FamilyKind"];
            /** @description The printed number. */
            ordinal: string;
            title: string;
        };
        /** @enum {string} */
        RemarkAct: "ignored" | "overruled";
        /** @description What somebody says of a diagnostic. */
        RemarkBody: {
            act: components["schemas"]["RemarkAct"];
            /** @description What the diagnostic is known by. */
            print: string;
            reason: string;
        };
        /** @description A report with its text. */
        Report: components["schemas"]["ReportSummary"] & {
            blocks: components["schemas"]["ReportBlock"][];
            /** @description Bound places. */
            bound: number;
            issue: components["schemas"]["ReportIssue"];
            maker: components["schemas"]["Named"];
            /** @description Bound places that the ledger moved away from. */
            stale: number;
        };
        /** @description A paragraph, a table or a page break. */
        ReportBlock: {
            /** @description `title`, `heading_1`, `body`, `table`, `page_break` … */
            kind: string;
            /** @description Rows of cells of a table; the first is its head. */
            rows: components["schemas"]["ReportRun"][][][];
            /** @description Of a paragraph. */
            runs: components["schemas"]["ReportRun"][];
            /** @description Shares of the width of its columns. */
            widths: number[];
        };
        /** @description A report to be made with the figures of today. */
        ReportBody: {
            /** @description Keys of findings; without, those that the kind is for. */
            findings?: string[] | null;
            issue?: components["schemas"]["IssueBody"] | null;
            /** @description Name of a kind of document. */
            kind: string;
        };
        /** @description A cell of a table, counted from 0; row 0 is the head. */
        ReportCell: {
            column: number;
            row: number;
        };
        /** @description What the checker found. */
        ReportDiagnostic: {
            /** @description Strength and source. */
            authority: string;
            /** @description Number of the block where it is shown. */
            block: number | null;
            /** @description A public version does not go out with it. */
            blocks_publication: boolean;
            cell: components["schemas"]["ReportCell"] | null;
            fix: components["schemas"]["DiagnosticFix"] | null;
            /** @description What to do. */
            hint: string;
            level: components["schemas"]["DiagnosticLevel"];
            /** @description What is wrong. */
            message: string;
            /** @description All places that are involved. */
            places: components["schemas"]["DiagnosticPlace"][];
            /** @description What it is known by, as long as the text it points at stays as it is. */
            print: string;
            /** @description Remarks in force, oldest first. */
            remarks: components["schemas"]["DiagnosticRemark"][];
            /** @description Code of the rule. */
            rule: string;
            /** @description The words that it is about. */
            text: string | null;
        };
        /** @description A change of the words. */
        ReportEdit: {
            block: number;
            cell?: components["schemas"]["ReportCell"] | null;
            /** @enum {string} */
            op: "text";
            text: string;
        } | {
            block: number;
            cell?: components["schemas"]["ReportCell"] | null;
            /** @enum {string} */
            op: "runs";
            runs: components["schemas"]["RunBody"][];
        } | {
            after: number;
            /** @enum {string} */
            op: "insert";
            text: string;
        } | {
            block: number;
            /** @enum {string} */
            op: "remove";
        } | {
            issue: components["schemas"]["IssueBody"];
            /** @enum {string} */
            op: "issue";
        };
        /**
         * @description The form of an official document.
         * @enum {string}
         */
        ReportForm: "plain" | "red_head" | "letter" | "minutes" | "order";
        /**
         * @description What a document is written as.
         * @enum {string}
         */
        ReportFormat: "docx" | "pdf" | "xlsx" | "html";
        /** @description How a report is issued. */
        ReportIssue: {
            copies: string;
            /** @description What stands at the foot of the last page, a line each. */
            foot: string[];
            form: components["schemas"]["ReportForm"];
            /** @description What stands above the title, a line each. */
            head: string[];
            joint: string[];
            layout: components["schemas"]["ReportLayout"];
            number: string;
            seal: components["schemas"]["ReportSeal"];
            signers: string[];
            urgency: components["schemas"]["ReportUrgency"] | null;
        };
        /** @description A kind of document. */
        ReportKind: {
            /** @description `progress` */
            name: string;
            shape: components["schemas"]["ReportShape"];
            /** @description 集中整改进展情况报告 */
            title: string;
        };
        /**
         * @description Family of margins and lines.
         * @enum {string}
         */
        ReportLayout: "a" | "b";
        /** @description A line of either version. */
        ReportLine: {
            after: string | null;
            before: string | null;
            change: components["schemas"]["LineChange"];
        };
        ReportPatch: {
            edit: components["schemas"]["ReportEdit"];
            /** Format: int64 */
            version: number;
        };
        /** @description A stretch of text; a bound one says what it refers to. */
        ReportRun: {
            /** @description `统计.问题数` */
            binding: string | null;
            /** @description What the ledger says now; null when its source is gone. */
            now: string | null;
            /** @description Number of the bound place in the order of the text. */
            place: number | null;
            /** @description 数据已变化 */
            stale: boolean;
            text: string;
        };
        /**
         * @description Whether room is kept for a seal.
         * @enum {string}
         */
        ReportSeal: "none" | "room" | "frame";
        /**
         * @description What a document looks like.
         * @enum {string}
         */
        ReportShape: "text" | "list" | "sheet" | "letter";
        /** @enum {string} */
        ReportStanding: "draft" | "locked" | "discarded";
        /** @description A report without its text. */
        ReportSummary: {
            /** @description The day that its figures are of. */
            as_of: components["schemas"]["Day"];
            /** @description Check code of a locked one. */
            code: string | null;
            /** @description `XC-2026-01-R001` */
            key: string;
            /** @description Name of the kind of document. */
            kind: string;
            standing: components["schemas"]["ReportStanding"];
            title: string;
            /** @description UTC. */
            updated_at: string;
            /** Format: int64 */
            version: number;
        };
        /**
         * @description 紧急程度
         * @enum {string}
         */
        ReportUrgency: "extra" | "quick";
        /** @description The version that is locked or discarded. */
        ReportVersionBody: {
            /** Format: int64 */
            version: number;
        };
        /** @description 工作秘密: who opens the finding is noted in the log. */
        Restriction: {
            /** @description UTC. */
            at: string;
            by: components["schemas"]["Named"];
            reason: string;
        };
        RestrictionBody: {
            reason: string;
        };
        /** @description Stored material that proves something else too. */
        ReuseBody: {
            fact_date?: components["schemas"]["Day"] | null;
            measure?: string | null;
            note?: string | null;
            /** @description Key of the evidence whose file it is. */
            source: string;
        };
        /** @description A finding that waits for a decision. */
        ReviewItem: components["schemas"]["WorkItem"] & {
            asked: components["schemas"]["StepTaken"] | null;
            /** @description The decisions there are; with the reason where the person may not. */
            offers: components["schemas"]["Offer"][];
        };
        /** @description A page of what waits for the person's decision. */
        ReviewPage: {
            as_of: components["schemas"]["Day"];
            /** @description Whatever the filter. */
            counts: components["schemas"]["StageCount"][];
            items: components["schemas"]["ReviewItem"][];
            /** @description Where the next page begins; pass it as `after`. */
            next: string | null;
            /** @description The person's last decisions, when nothing waits. */
            recent: components["schemas"]["RecentDecision"][];
            /**
             * Format: int64
             * @description Under the filter.
             */
            total: number;
        };
        /** @enum {string} */
        Role: "administrator" | "security_officer" | "auditor" | "liaison" | "owner" | "head" | "leader" | "secretary" | "overseer";
        /** @description All rules as they hold now. */
        Rules: {
            /** @description Days of the organisation besides the national ones, one a line. */
            own_days: string;
            profiles: components["schemas"]["Profile"][];
            /**
             * Format: int64
             * @description 0 until something is changed; a change names the version it starts from.
             */
            version: number;
            years: components["schemas"]["Year"][];
        };
        /** @description A run as it was. */
        RunBody: {
            binding?: string | null;
            text: string;
        };
        /** @description A sentence by its UTF-16 offsets in the paragraph. */
        Sentence: {
            end: number;
            node_id: string | null;
            start: number;
            state: components["schemas"]["SentenceState"];
        };
        /** @enum {string} */
        SentenceState: "linked" | "skipped" | "open";
        /** @description Who is signed in, and what day it is for the installation. */
        Session: {
            person: components["schemas"]["SessionPerson"];
            /** @description The person may read the log. */
            reads_log: boolean;
            today: string;
            unit: components["schemas"]["Named"];
            version: string;
        };
        SessionPerson: {
            id: string;
            name: string;
            roles: components["schemas"]["Role"][];
            username: string;
        };
        /** @description A value with its basis, and what it is without a change. */
        Setting: {
            basis: string;
            built_in_basis: string;
            built_in_value: string;
            changed: boolean;
            input: components["schemas"]["SettingInput"];
            key: string;
            label: string;
            /** @description For a choice. */
            options: components["schemas"]["SettingOption"][];
            part: components["schemas"]["SettingPart"];
            /** @description A period is `months:3`; units are days, working_days, months, years. */
            value: string;
            words: string;
        };
        SettingBody: {
            basis: string;
            key: string;
            value: string;
        };
        /**
         * @description How a value is entered.
         * @enum {string}
         */
        SettingInput: "choice" | "period" | "days" | "text";
        SettingOption: {
            value: string;
            word: string;
        };
        /** @enum {string} */
        SettingPart: "periods" | "steps" | "route" | "criteria" | "words";
        /** @description Whether the installation has an administrator yet. */
        Setup: {
            /** @description The installation shows the example. */
            demo: boolean;
            needed: boolean;
        };
        SetupBody: {
            name: string;
            password: string;
            unit_name: string;
            username: string;
        };
        SignInBody: {
            password: string;
            username: string;
        };
        /**
         * @description How the list is sorted.
         * @enum {string}
         */
        SortKey: "serial" | "due" | "updated";
        /** @enum {string} */
        Source: "inspection" | "patrol" | "audit" | "supervision" | "appraisal" | "special" | "self";
        SourceDocument: {
            digest: string;
            name: string;
        };
        /** @description A stretch of a source document. */
        SourceSpan: {
            document: components["schemas"]["SourceDocument"];
            end: number;
            /**
             * Format: int32
             * @description From 1.
             */
            paragraph: number;
            /** @description UTF-16 offsets of the stretch in `text`. */
            start: number;
            /** @description The whole paragraph. */
            text: string;
        };
        SplitBody: {
            parts: components["schemas"]["PartBody"][];
            /** @description Needed once the plan is approved. */
            reason?: string | null;
            /** Format: int64 */
            version: number;
        };
        /** @enum {string} */
        Stage: "registered" | "planning" | "plan_review" | "rectifying" | "first_review" | "second_review" | "filing" | "closed";
        /** @description How many wait at a stage; requests for more time are at `rectifying`. */
        StageCount: {
            stage: components["schemas"]["Stage"];
            /** Format: int64 */
            total: number;
        };
        /** @description A rule, or a duty that comes again, which keeps the finding solved. */
        Standing: {
            /** @description Newest first. */
            confirmations: components["schemas"]["StandingConfirmation"][];
            ended: components["schemas"]["Day"] | null;
            id: string;
            issued: components["schemas"]["Day"] | null;
            kind: components["schemas"]["StandingKind"];
            lamp: components["schemas"]["Lamp"];
            lamp_reason: string;
            /** @description The person may change or end it. */
            may_change: boolean;
            /** @description The person may confirm it. */
            may_confirm: boolean;
            name: string;
            /** @description When it is due next. */
            next: components["schemas"]["Day"];
            /** @description 文号 of a rule. */
            number: string | null;
            owner: components["schemas"]["Named"] | null;
            recurrence: components["schemas"]["Recurrence"];
            /** @description How it is cited. */
            title: string;
            /** Format: int64 */
            version: number;
        };
        StandingBody: {
            issued?: components["schemas"]["Day"] | null;
            kind: components["schemas"]["StandingKind"];
            /** @description Name of the rule, or what is to be done. */
            name: string;
            /** @description When it is due first. */
            next: components["schemas"]["Day"];
            /** @description 文号, of a rule. */
            number?: string | null;
            /** @description Who confirms it. */
            owner_id?: string | null;
            recurrence: components["schemas"]["Recurrence"];
        };
        /** @description That it was done or looked at. */
        StandingConfirmation: {
            acting_for: components["schemas"]["Named"] | null;
            date: components["schemas"]["Day"];
            /** @description The date that was due. */
            due: components["schemas"]["Day"];
            /** @description Key of the evidence that proves it. */
            evidence_key: string | null;
            note: string;
            person: components["schemas"]["Named"];
        };
        /** @description A standing rule or duty in a list of work. */
        StandingDue: {
            lamp: components["schemas"]["Lamp"];
            lamp_reason: string;
            next: components["schemas"]["Day"];
            owner: components["schemas"]["Named"] | null;
            title: string;
        };
        /** @enum {string} */
        StandingKind: "rule" | "duty";
        StandingPatch: {
            /** @description Ends it, for this reason. */
            end?: string | null;
            issued?: components["schemas"]["Day"] | null;
            name?: string | null;
            next?: components["schemas"]["Day"] | null;
            number?: string | null;
            owner_id?: string | null;
            recurrence?: components["schemas"]["Recurrence"] | null;
            /** Format: int64 */
            version: number;
        };
        /** @description Lamps of the findings of an area or unit. */
        StatRow: components["schemas"]["LampCounts"] & {
            name: string;
        };
        Statistics: {
            as_of: components["schemas"]["Day"];
            by_area: components["schemas"]["StatRow"][];
            by_unit: components["schemas"]["StatRow"][];
            /** Format: int64 */
            done: number;
            feedback: components["schemas"]["FeedbackFigures"] | null;
            /** Format: int64 */
            findings: number;
            /** Format: int64 */
            in_progress: number;
            /** Format: int64 */
            measures: number;
            /** Format: int64 */
            mostly_done: number;
            /** Format: int64 */
            not_started: number;
            /** Format: int64 */
            overdue: number;
            /** @description Share that is done, in words as a report writes it. */
            rate: string;
            /** Format: int64 */
            recommendations: number;
            /** Format: int64 */
            standing: number;
        };
        /** @description Why an action is not possible now. */
        StepRefusal: {
            code: string;
            /** @description In words, with what to do. */
            message: string;
        };
        /** @description A step that was taken. */
        StepTaken: {
            acting_for: components["schemas"]["Named"] | null;
            action: components["schemas"]["Action"];
            actor: components["schemas"]["Named"];
            /** @description What the submitter or the reviewer said of the closing criteria. */
            answers: components["schemas"]["CriterionAnswer"][];
            date: components["schemas"]["Day"];
            reason: string | null;
            /** @description The stage after it. */
            stage: components["schemas"]["Stage"];
            until: components["schemas"]["Day"] | null;
        };
        /** @description A table pasted from Excel: tabs between cells, the first line names the columns. */
        TableBody: {
            table: string;
        };
        /** @description A template with its versions, newest first. */
        Template: {
            files: components["schemas"]["TemplateFile"][];
            /** @description `MB-001` */
            key: string;
            kind: components["schemas"]["TemplateKind"];
            may_change: boolean;
            name: string;
            unit: components["schemas"]["Named"];
            /** @description UTC. */
            updated_at: string;
            /** Format: int64 */
            version: number;
            withdrawn: boolean;
        };
        /** @description A version of a template. */
        TemplateFile: {
            /** @description SHA-256 of the file. */
            digest: string;
            /** @description UTC. */
            made_at: string;
            maker: string;
            mapping: components["schemas"]["Mapping"] | null;
            name: string;
            /**
             * Format: int64
             * @description From 1.
             */
            number: number;
            reason: string;
            rows: components["schemas"]["FormRows"];
        };
        /** @description A template to be kept. */
        TemplateForm: {
            /** Format: binary */
            file: File;
            form?: string | null;
            inspection: string;
            name: string;
            /** @description The unit whose template it is; without, the person's own. */
            unit_id?: string | null;
        };
        /** @description How a form is to be read; a JSON text in the field `form` of an upload. */
        TemplateFormBody: {
            columns?: components["schemas"]["MappingColumnBody"][];
            /**
             * Format: int32
             * @description The last row of its header.
             */
            header_rows?: number | null;
            rows: components["schemas"]["FormRows"];
            /** @description The sheet whose header is at another place than was found. */
            sheet?: string | null;
        };
        /** @enum {string} */
        TemplateKind: "docx" | "xlsx" | "form";
        /** @description A placeholder, and what it gives on the ledger that it was tried on. */
        TemplatePlace: {
            /** @description What is wrong with it and how to put it right. */
            fault: string | null;
            /** @description 第3段, 表1第2行第3列, 台账!B5 */
            place: string;
            source: string;
            /** @description How often it is written; how many entries a loop runs over. */
            times: number;
            /** @description What it says the first time; null for loops and conditions. */
            value: string | null;
        };
        /** @description What came of trying a file. */
        TemplateTrial: {
            /** @description Why nothing was filled in, where that is no fault of one placeholder. */
            failure: string | null;
            /** @description Whether it may be kept. */
            good: boolean;
            kind: components["schemas"]["TemplateKind"];
            mapping: components["schemas"]["Mapping"] | null;
            places: components["schemas"]["TemplatePlace"][];
            rows: components["schemas"]["FormRows"];
        };
        /** @description A file to be tried. */
        TemplateTrialForm: {
            /** Format: binary */
            file: File;
            /** @description TemplateFormBody as JSON: how a form is to be read. */
            form?: string | null;
            /** @description Key of the inspection whose ledger it is tried on. */
            inspection: string;
        };
        /** @description A newer version. */
        TemplateVersionForm: {
            /** Format: binary */
            file?: File | null;
            form?: string | null;
            inspection: string;
            reason: string;
            /**
             * Format: int64
             * @description Version of the template that it starts from.
             */
            version: number;
        };
        /** @description Takes a template out of use. */
        TemplateWithdrawalBody: {
            reason: string;
            /** Format: int64 */
            version: number;
        };
        /** @description An event of the timeline; fields are named in words. */
        TimelineEvent: {
            actor: components["schemas"]["Named"];
            /** @description UTC. */
            at: string;
            changes: components["schemas"]["FieldChange"][];
            id: string;
            kind: string;
            summary: string;
        };
        /** @description A token without its secret. */
        Token: {
            created_at: string;
            /** @description The last day. */
            expires: components["schemas"]["Day"];
            id: string;
            /** @description What it is for. */
            name: string;
            scope: components["schemas"]["TokenScope"];
            /** @description To the minute. */
            used_at: string | null;
            withdrawn: boolean;
        };
        TokenBody: {
            expires: components["schemas"]["Day"];
            name: string;
            scope: components["schemas"]["TokenScope"];
        };
        /** @description A new token. The secret is told this once; send it as `Authorization: Bearer …`. */
        TokenGiven: {
            secret: string;
            token: components["schemas"]["Token"];
        };
        /** @enum {string} */
        TokenScope: "read" | "write";
        UndoBody: {
            reason?: string | null;
            /** Format: int64 */
            version: number;
        };
        Unit: {
            id: string;
            kind: components["schemas"]["UnitKind"];
            name: string;
            parent_id: string | null;
            /**
             * Format: int64
             * @description Order among its siblings.
             */
            position: number;
            short_name: string | null;
            /** Format: int64 */
            version: number;
        };
        UnitBody: {
            kind: components["schemas"]["UnitKind"];
            name: string;
            parent_id?: string | null;
            short_name?: string | null;
        };
        /** @enum {string} */
        UnitKind: "oversight" | "party_body" | "department" | "branch" | "site";
        UnitPatch: {
            kind?: components["schemas"]["UnitKind"] | null;
            name?: string | null;
            parent_id?: string | null;
            /** Format: int64 */
            position?: number | null;
            short_name?: string | null;
            /** Format: int64 */
            version: number;
        };
        Updated: {
            findings: number;
        };
        /** @description An upload under way. */
        Upload: {
            /** Format: int64 */
            bytes: number;
            /** @description UTC; later when another part comes. */
            expires_at: string;
            finding_key: string;
            id: string;
            measure_key: string | null;
            name: string;
            /**
             * Format: int64
             * @description Where to go on; as much as `bytes` when nothing is left to be sent.
             */
            received: number;
            sha256: string | null;
        };
        /** @description A file to be sent in parts. */
        UploadBody: {
            /** Format: int64 */
            bytes: number;
            fact_date?: components["schemas"]["Day"] | null;
            /** @description Key of the measure it proves. */
            measure?: string | null;
            name: string;
            note?: string | null;
            reason?: string | null;
            /** @description Key of the earlier version that it stands for; `reason` says why. */
            replaces?: string | null;
            /** @description SHA-256 of the whole file: the upload can be found again by it, and damage on the way is noticed. */
            sha256?: string | null;
        };
        /** @description A file, or pasted text with a name. A name is data, never a path. */
        UploadForm: {
            /** Format: binary */
            file?: File | null;
            name?: string | null;
            text?: string | null;
        };
        /** @description What the check is to be made against, beside the checkpoints that the service noted. */
        VerificationBody: {
            /** @description A checkpoint that was kept elsewhere. */
            checkpoint?: string | null;
        };
        /** @description The version that the person saw. */
        VersionBody: {
            /** Format: int64 */
            version: number;
        };
        /** @enum {string} */
        WithholdReason: "secret" | "open_case" | "publicity" | "petition" | "sensitive";
        /** @description A finding in a list of work. */
        WorkItem: {
            due: components["schemas"]["Day"] | null;
            /** Format: int64 */
            evidence: number;
            key: string;
            lamp: components["schemas"]["Lamp"];
            lamp_reason: string;
            leader: components["schemas"]["Named"] | null;
            owner: components["schemas"]["Named"] | null;
            /**
             * Format: int64
             * @description Percent of measures that are done.
             */
            progress: number;
            stage: components["schemas"]["Stage"];
            standing_review: components["schemas"]["Day"] | null;
            title: string;
            unit: components["schemas"]["Named"] | null;
            /** Format: int64 */
            version: number;
        };
        /** @description A measure that the person answers for. */
        WorkMeasure: {
            acting_for: components["schemas"]["Named"] | null;
            completion: components["schemas"]["Completion"];
            due: components["schemas"]["Day"] | null;
            finding_key: string;
            finding_title: string;
            key: string;
            lamp: components["schemas"]["Lamp"];
            lamp_reason: string;
            /** @description What was reported last. */
            progress_note: string | null;
            text: string;
            /** Format: int64 */
            version: number;
        };
        /** @description A field that the workbook says otherwise than the ledger. */
        WorkbookChange: components["schemas"]["FieldChange"] & {
            /** @description Name of the column. */
            label: string;
        };
        /** @description A year of holidays and make-up days. */
        Year: {
            days: components["schemas"]["ListedDay"][];
            /** @description Put in here, and not built in. */
            own: boolean;
            source: string;
            /** Format: int32 */
            year: number;
        };
        /**
         * @description The days of a year: one a line (`2027-01-01 放假 元旦`), or the JSON of a published table
         *     (`{"year", "papers", "days": [{"name", "date", "isOffDay"}]}`).
         */
        YearBody: {
            days: string;
            /** @description The notice: title, number, date. */
            source: string;
            /** Format: int64 */
            version: number;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    get_audit_log: {
        parameters: {
            query?: {
                /** @description First and last day, Beijing time. */
                from?: components["schemas"]["Day"];
                to?: components["schemas"]["Day"];
                /** @description Identifier of the person who acted. */
                person?: string;
                kind?: components["schemas"]["EventKind"];
                /** @description How the key of the object begins: that of an inspection finds its findings too. */
                subject?: string;
                /** @description Words of the summary, the object or the changes. */
                q?: string;
                /** @description `next` of the page before. */
                after?: number;
                /** @description Rows of the page, at most 500. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LogPage"];
                };
            };
            /** @description anything that is not 2xx */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    get_audit_log_checkpoint: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LogCheckpoint"];
                };
            };
            /** @description anything that is not 2xx */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    get_audit_log_checkpoint_mail: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CheckpointMail"];
                };
            };
            /** @description anything that is not 2xx */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    post_audit_log_checkpoint_mail: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CheckpointMail"];
                };
            };
            /** @description anything that is not 2xx */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    get_audit_log_export: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/x-ndjson": unknown;
                };
            };
            /** @description anything that is not 2xx */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    post_audit_log_verification: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["VerificationBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LogVerification"];
                };
            };
            /** @description anything that is not 2xx */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    patch_chronicle_key: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                key: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChroniclePatch"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChronicleEntry"];
                };
            };
            /** @description anything that is not 2xx */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    get_delegations: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["List_Delegation"];
                };
            };
            /** @description anything that is not 2xx */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    post_delegations: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DelegationBody"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["List_Delegation"];
                };
            };
            /** @description anything that is not 2xx */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    post_delegations_id_end: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EndDelegationBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["List_Delegation"];
                };
            };
            /** @description anything that is not 2xx */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    get_drafts_id: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Draft"];
                };
            };
            /** @description anything that is not 2xx */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    delete_drafts_id: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description anything that is not 2xx */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    post_drafts_id_confirmation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ConfirmBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConfirmationAnswer"];
                };
            };
            /** @description anything that is not 2xx */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    post_drafts_id_edits: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EditBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DraftAnswer"];
                };
            };
            /** @description anything that is not 2xx */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    put_drafts_id_mapping: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MappingBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DraftAnswer"];
                };
            };
            /** @description anything that is not 2xx */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    get_drafts_id_missing_owners: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MissingOwners"];
                };
            };
            /** @description anything that is not 2xx */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    post_drafts_id_redo: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["VersionBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DraftAnswer"];
                };
            };
            /** @description anything that is not 2xx */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    post_drafts_id_undo: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["VersionBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DraftAnswer"];
                };
            };
            /** @description anything that is not 2xx */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    get_evidence: {
        parameters: {
            query?: {
                /** @description Words of the file's name or note, of the finding's title, or of a key. */
                q?: string;
                kind?: components["schemas"]["EvidenceKind"];
                /** @description Fact date, or the day of the upload where none is known. */
                from?: components["schemas"]["Day"];
                to?: components["schemas"]["Day"];
                /** @description `next` of the page before. */
                after?: string;
                /** @description Rows of the page, at most 100. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MaterialPage"];
                };
            };
            /** @description anything that is not 2xx */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    delete_evidence_key: {
        parameters: {
            query: {
                reason: string;
            };
            header?: never;
            path: {
                key: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Finding"];
                };
            };
            /** @description anything that is not 2xx */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    get_evidence_key_file: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                key: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": unknown;
                };
            };
            /** @description anything that is not 2xx */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    get_evidence_key_preview: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                key: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": unknown;
                };
            };
            /** @description anything that is not 2xx */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    post_findings_batch: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BatchBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BatchAnswer"];
                };
            };
            /** @description anything that is not 2xx */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    get_findings_key: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                key: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Finding"];
                };
            };
            /** @description anything that is not 2xx */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    patch_findings_key: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                key: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FindingPatch"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Finding"];
                };
            };
            /** @description anything that is not 2xx */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    post_findings_key_actions: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                key: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ActionBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Finding"];
                };
            };
            /** @description anything that is not 2xx */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    post_findings_key_evidence: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                key: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": components["schemas"]["EvidenceForm"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Finding"];
                };
            };
            /** @description anything that is not 2xx */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    post_findings_key_family_undo: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                key: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UndoBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Finding"];
                };
            };
            /** @description anything that is not 2xx */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    post_findings_key_measures: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                key: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MeasureBody"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Finding"];
                };
            };
            /** @description anything that is not 2xx */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    post_findings_key_merge: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                key: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MergeBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Finding"];
                };
            };
            /** @description anything that is not 2xx */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    post_findings_key_notes: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                key: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NoteBody"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Finding"];
                };
            };
            /** @description anything that is not 2xx */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    get_findings_key_publishing: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                key: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Publishing"];
                };
            };
            /** @description anything that is not 2xx */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    put_findings_key_restriction: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                key: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RestrictionBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Finding"];
                };
            };
            /** @description anything that is not 2xx */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    delete_findings_key_restriction: {
        parameters: {
            query: {
                reason: string;
            };
            header?: never;
            path: {
                key: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Finding"];
                };
            };
            /** @description anything that is not 2xx */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    post_findings_key_reused_evidence: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                key: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReuseBody"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Finding"];
                };
            };
            /** @description anything that is not 2xx */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    post_findings_key_split: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                key: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SplitBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Finding"];
                };
            };
            /** @description anything that is not 2xx */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    post_findings_key_standing: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                key: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StandingBody"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Finding"];
                };
            };
            /** @description anything that is not 2xx */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    post_findings_key_uploads: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                key: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UploadBody"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Upload"];
                };
            };
            /** @description anything that is not 2xx */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    get_font_replacements: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["List_FontReplacement"];
                };
            };
            /** @description anything that is not 2xx */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    get_inspections: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["List_InspectionSummary"];
                };
            };
            /** @description anything that is not 2xx */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    post_inspections: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["InspectionBody"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InspectionSummary"];
                };
            };
            /** @description anything that is not 2xx */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    get_inspections_key: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                key: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InspectionSummary"];
                };
            };
            /** @description anything that is not 2xx */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    patch_inspections_key: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                key: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["InspectionPatch"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InspectionSummary"];
                };
            };
            /** @description anything that is not 2xx */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    get_inspections_key_chronicle: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                key: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["List_ChronicleEntry"];
                };
            };
            /** @description anything that is not 2xx */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    post_inspections_key_chronicle: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                key: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChronicleBody"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChronicleEntry"];
                };
            };
            /** @description anything that is not 2xx */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    get_inspections_key_drafts: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                key: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["List_DraftSummary"];
                };
            };
            /** @description anything that is not 2xx */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    post_inspections_key_drafts: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                key: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": components["schemas"]["UploadForm"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Draft"];
                };
            };
            /** @description anything that is not 2xx */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    get_inspections_key_findings: {
        parameters: {
            query?: {
                /** @description Any of these lamps, with commas between: green, yellow, red, done, none. */
                lamp?: string;
                completion?: components["schemas"]["Completion"];
                closure?: components["schemas"]["Closure"];
                kind?: components["schemas"]["FindingKind"];
                fix_type?: components["schemas"]["FixType"];
                /** @description Identifier of a unit. */
                unit?: string;
                /** @description Identifier of a person who leads or owns. */
                person?: string;
                area?: string;
                due_from?: components["schemas"]["Day"];
                due_to?: components["schemas"]["Day"];
                /** @description Only what lacks all of these, with commas between: leader, unit, owner, due. */
                gap?: string;
                /** @description Words of the title, the text or the key. */
                q?: string;
                /**
                 * @description Any of these warnings, with commas between: hollow_measure, pasted_text, rule_without_number,
                 *     evidence_before_feedback, evidence_reused; or `any`.
                 */
                paper?: string;
                part?: components["schemas"]["Part"];
                sort?: components["schemas"]["SortKey"];
                /** @description `next` of the page before. */
                after?: string;
                /** @description Rows of the page, at most 500. */
                limit?: number;
            };
            header?: never;
            path: {
                key: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FindingPage"];
                };
            };
            /** @description anything that is not 2xx */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    get_inspections_key_gaps: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                key: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Gaps"];
                };
            };
            /** @description anything that is not 2xx */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    post_inspections_key_ledger_changes: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                key: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TableBody"];
                "multipart/form-data": components["schemas"]["UploadForm"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChangeSet"];
                };
            };
            /** @description anything that is not 2xx */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    get_inspections_key_ledger_xlsx: {
        parameters: {
            query?: {
                /** @description Any of these lamps, with commas between: green, yellow, red, done, none. */
                lamp?: string;
                completion?: components["schemas"]["Completion"];
                closure?: components["schemas"]["Closure"];
                kind?: components["schemas"]["FindingKind"];
                fix_type?: components["schemas"]["FixType"];
                /** @description Identifier of a unit. */
                unit?: string;
                /** @description Identifier of a person who leads or owns. */
                person?: string;
                area?: string;
                due_from?: components["schemas"]["Day"];
                due_to?: components["schemas"]["Day"];
                /** @description Only what lacks all of these, with commas between: leader, unit, owner, due. */
                gap?: string;
                /** @description Words of the title, the text or the key. */
                q?: string;
                /**
                 * @description Any of these warnings, with commas between: hollow_measure, pasted_text, rule_without_number,
                 *     evidence_before_feedback, evidence_reused; or `any`.
                 */
                paper?: string;
                part?: components["schemas"]["Part"];
                sort?: components["schemas"]["SortKey"];
                /** @description `next` of the page before. */
                after?: string;
                /** @description Rows of the page, at most 500. */
                limit?: number;
            };
            header?: never;
            path: {
                key: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": unknown;
                };
            };
            /** @description anything that is not 2xx */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    get_inspections_key_publications: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                key: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["List_PublicationSummary"];
                };
            };
            /** @description anything that is not 2xx */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    get_inspections_key_publishing: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                key: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["List_Publishing"];
                };
            };
            /** @description anything that is not 2xx */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    put_inspections_key_publishing: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                key: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PublishingBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["List_Publishing"];
                };
            };
            /** @description anything that is not 2xx */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    get_inspections_key_reports: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                key: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["List_ReportSummary"];
                };
            };
            /** @description anything that is not 2xx */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    post_inspections_key_reports: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                key: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReportBody"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Report"];
                };
            };
            /** @description anything that is not 2xx */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    get_inspections_key_reports_kind: {
        parameters: {
            query?: {
                format?: "docx" | "pdf" | "xlsx" | "html";
                /** @description Keys of findings, with commas between them; without, those that the kind is for. */
                findings?: string;
                /** @description How it is issued; without, as its template says. */
                form?: "plain" | "red_head" | "letter" | "minutes" | "order";
                /** @description Family of margins and lines. */
                layout?: "a" | "b";
                /** @description Room for a seal. */
                seal?: "none" | "room" | "frame";
                /** @description 发文字号 */
                number?: string;
                /** @description 签发人, with commas between them. */
                signers?: string;
                /** @description 抄送 */
                copies?: string;
                /** @description Bodies that issue it together with the own one, with commas between them. */
                joint?: string;
                /** @description 紧急程度 */
                urgency?: "extra" | "quick";
            };
            header?: never;
            path: {
                key: string;
                kind: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": unknown;
                };
            };
            /** @description anything that is not 2xx */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    get_inspections_key_statistics: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                key: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Statistics"];
                };
            };
            /** @description anything that is not 2xx */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    get_inspections_key_templates_template: {
        parameters: {
            query?: {
                /** @description Keys of findings, with commas between them; without, all. */
                findings?: string;
            };
            header?: never;
            path: {
                key: string;
                template: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": unknown;
                };
            };
            /** @description anything that is not 2xx */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    get_jobs: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["List_Job"];
                };
            };
            /** @description anything that is not 2xx */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    delete_jobs_id: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description anything that is not 2xx */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    get_jobs_id_file: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": unknown;
                };
            };
            /** @description anything that is not 2xx */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    post_ledger_changes_id_confirmation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AcceptBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Applied"];
                };
            };
            /** @description anything that is not 2xx */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    delete_measures_key: {
        parameters: {
            query: {
                version: number;
                /** @description Needed once the plan is approved. */
                reason?: string;
            };
            header?: never;
            path: {
                key: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Finding"];
                };
            };
            /** @description anything that is not 2xx */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    patch_measures_key: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                key: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MeasureBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Finding"];
                };
            };
            /** @description anything that is not 2xx */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    get_people: {
        parameters: {
            query?: {
                /** @description Part of a name. */
                q?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["List_Person"];
                };
            };
            /** @description anything that is not 2xx */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    post_people: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PersonBody"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Person"];
                };
            };
            /** @description anything that is not 2xx */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    patch_people_id: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PersonPatch"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Person"];
                };
            };
            /** @description anything that is not 2xx */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    get_people_id_positions: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["List_Position"];
                };
            };
            /** @description anything that is not 2xx */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    post_people_id_positions: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PositionBody"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Position"];
                };
            };
            /** @description anything that is not 2xx */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    patch_positions_id: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PositionPatch"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Position"];
                };
            };
            /** @description anything that is not 2xx */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    post_prints: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PrintBody"];
            };
        };
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description anything that is not 2xx */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    get_publications_key: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                key: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Publication"];
                };
            };
            /** @description anything that is not 2xx */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    get_publications_key_checks: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                key: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["List_ReportDiagnostic"];
                };
            };
            /** @description anything that is not 2xx */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    post_publications_key_confirmation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                key: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PublicationConfirmationBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Publication"];
                };
            };
            /** @description anything that is not 2xx */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    post_publications_key_discarding: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                key: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PublicationVersionBody"];
            };
        };
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description anything that is not 2xx */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    get_publications_key_file: {
        parameters: {
            query?: {
                format?: "html" | "docx" | "pdf";
            };
            header?: never;
            path: {
                key: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": unknown;
                };
            };
            /** @description anything that is not 2xx */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    put_publications_key_notice: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                key: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NoticeBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Publication"];
                };
            };
            /** @description anything that is not 2xx */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    post_publications_key_redactions: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                key: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RedactionBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Publication"];
                };
            };
            /** @description anything that is not 2xx */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    post_publications_key_redactions_removal: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                key: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RedactionRemovalBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Publication"];
                };
            };
            /** @description anything that is not 2xx */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    post_publications_key_remarks: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                key: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RemarkBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["List_ReportDiagnostic"];
                };
            };
            /** @description anything that is not 2xx */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    post_publications_key_remarks_id_withdrawal: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                key: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["List_ReportDiagnostic"];
                };
            };
            /** @description anything that is not 2xx */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    get_report_kinds: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReportKind"][];
                };
            };
            /** @description anything that is not 2xx */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    get_report_kinds_kind_template: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                kind: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": unknown;
                };
            };
            /** @description anything that is not 2xx */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    get_reports_key: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                key: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Report"];
                };
            };
            /** @description anything that is not 2xx */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    patch_reports_key: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                key: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReportPatch"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Report"];
                };
            };
            /** @description anything that is not 2xx */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    get_reports_key_checks: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                key: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["List_ReportDiagnostic"];
                };
            };
            /** @description anything that is not 2xx */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    get_reports_key_comparison: {
        parameters: {
            query?: {
                /** @description Key of an earlier report; without, what the ledger would say today. */
                with?: string;
            };
            header?: never;
            path: {
                key: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["List_ReportLine"];
                };
            };
            /** @description anything that is not 2xx */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    post_reports_key_discarding: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                key: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReportVersionBody"];
            };
        };
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description anything that is not 2xx */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    get_reports_key_file: {
        parameters: {
            query?: {
                format?: "docx" | "pdf" | "xlsx" | "html";
            };
            header?: never;
            path: {
                key: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": unknown;
                };
            };
            /** @description anything that is not 2xx */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    post_reports_key_jobs: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                key: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["JobBody"];
            };
        };
        responses: {
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Job"];
                };
            };
            /** @description anything that is not 2xx */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    post_reports_key_locking: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                key: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReportVersionBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Report"];
                };
            };
            /** @description anything that is not 2xx */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    post_reports_key_publications: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                key: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Publication"];
                };
            };
            /** @description anything that is not 2xx */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    post_reports_key_refreshment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                key: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RefreshBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Report"];
                };
            };
            /** @description anything that is not 2xx */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    post_reports_key_remarks: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                key: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RemarkBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["List_ReportDiagnostic"];
                };
            };
            /** @description anything that is not 2xx */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    post_reports_key_remarks_id_withdrawal: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                key: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["List_ReportDiagnostic"];
                };
            };
            /** @description anything that is not 2xx */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    get_rules: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Rules"];
                };
            };
            /** @description anything that is not 2xx */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    put_rules_own_days: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OwnDaysBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Rules"];
                };
            };
            /** @description anything that is not 2xx */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    put_rules_profiles_id: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ProfileBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Rules"];
                };
            };
            /** @description anything that is not 2xx */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    post_rules_profiles_id_preview: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ProfileBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProfilePreview"];
                };
            };
            /** @description anything that is not 2xx */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    put_rules_years_year: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                year: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["YearBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Rules"];
                };
            };
            /** @description anything that is not 2xx */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    delete_rules_years_year: {
        parameters: {
            query: {
                version: number;
            };
            header?: never;
            path: {
                year: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Rules"];
                };
            };
            /** @description anything that is not 2xx */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    get_session: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Session"];
                };
            };
            /** @description anything that is not 2xx */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    post_session: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SignInBody"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Session"];
                };
            };
            /** @description anything that is not 2xx */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    delete_session: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description anything that is not 2xx */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    post_session_password: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PasswordBody"];
            };
        };
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description anything that is not 2xx */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    get_setup: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Setup"];
                };
            };
            /** @description anything that is not 2xx */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    post_setup: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SetupBody"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Session"];
                };
            };
            /** @description anything that is not 2xx */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    patch_standing_id: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StandingPatch"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Finding"];
                };
            };
            /** @description anything that is not 2xx */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    post_standing_id_confirmations: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ConfirmationBody"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Finding"];
                };
            };
            /** @description anything that is not 2xx */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    post_template_trials: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": components["schemas"]["TemplateTrialForm"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TemplateTrial"];
                };
            };
            /** @description anything that is not 2xx */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    post_template_trials_file: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": components["schemas"]["TemplateTrialForm"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": unknown;
                };
            };
            /** @description anything that is not 2xx */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    get_templates: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["List_Template"];
                };
            };
            /** @description anything that is not 2xx */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    post_templates: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": components["schemas"]["TemplateForm"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Template"];
                };
            };
            /** @description anything that is not 2xx */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    get_templates_key: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                key: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Template"];
                };
            };
            /** @description anything that is not 2xx */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    get_templates_key_trial: {
        parameters: {
            query: {
                /** @description Key of the inspection. */
                inspection: string;
            };
            header?: never;
            path: {
                key: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TemplateTrial"];
                };
            };
            /** @description anything that is not 2xx */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    post_templates_key_versions: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                key: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": components["schemas"]["TemplateVersionForm"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Template"];
                };
            };
            /** @description anything that is not 2xx */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    get_templates_key_versions_number_file: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                key: string;
                number: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": unknown;
                };
            };
            /** @description anything that is not 2xx */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    post_templates_key_withdrawal: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                key: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TemplateWithdrawalBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Template"];
                };
            };
            /** @description anything that is not 2xx */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    get_tokens: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["List_Token"];
                };
            };
            /** @description anything that is not 2xx */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    post_tokens: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TokenBody"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TokenGiven"];
                };
            };
            /** @description anything that is not 2xx */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    delete_tokens_id: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description anything that is not 2xx */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    get_units: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["List_Unit"];
                };
            };
            /** @description anything that is not 2xx */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    post_units: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UnitBody"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Unit"];
                };
            };
            /** @description anything that is not 2xx */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    delete_units_id: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description anything that is not 2xx */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    patch_units_id: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UnitPatch"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Unit"];
                };
            };
            /** @description anything that is not 2xx */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    get_uploads: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["List_Upload"];
                };
            };
            /** @description anything that is not 2xx */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    get_uploads_id: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Upload"];
                };
            };
            /** @description anything that is not 2xx */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    delete_uploads_id: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description anything that is not 2xx */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    patch_uploads_id: {
        parameters: {
            query: {
                offset: number;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/octet-stream": number[];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Upload"];
                };
            };
            /** @description anything that is not 2xx */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    post_uploads_id_completion: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Finding"];
                };
            };
            /** @description anything that is not 2xx */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    get_work_mine: {
        parameters: {
            query?: {
                /** @description Rows of each duty, at most 200. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MyWork"];
                };
            };
            /** @description anything that is not 2xx */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
    get_work_reviews: {
        parameters: {
            query?: {
                /** @description Only what waits at this stage; `rectifying` for requests for more time. */
                stage?: components["schemas"]["Stage"];
                /** @description `next` of the page before. */
                after?: string;
                /** @description Rows of the page, at most 200. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReviewPage"];
                };
            };
            /** @description anything that is not 2xx */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
        };
    };
}
