//! The description of the API, from the code of its handlers.

use api::envelope::Failure;
use api::finding::query::{Part, SortKey};
use api::template::TemplateFormBody;
use api::words::EventKind;
use utoipa::openapi::security::{
    ApiKey, ApiKeyValue, HttpAuthScheme, HttpBuilder, SecurityRequirement, SecurityScheme,
};
use utoipa::openapi::{Components, ContentBuilder, InfoBuilder, OpenApi, OpenApiBuilder, Ref, ResponseBuilder};
use utoipa::openapi::{License, PathItem, RefOr, Schema, path::Operation, schema::ArrayItems};
use utoipa::{PartialSchema, ToSchema};

/// Names of the security schemes.
const SESSION: &str = "session";
const TOKEN: &str = "token";
/// Paths that need no session.
const PUBLIC: [&str; 3] = ["/api/v1/setup", "/api/v1/session", "/api/v1/openapi.json"];

/// The frame that the routes are added to.
pub(crate) fn frame() -> OpenApi {
    let info = InfoBuilder::new()
        .title("Rectify 整改 API")
        .version(env!("CARGO_PKG_VERSION"))
        .description(Some(
            "Every figure, name and date of the product. Texts of failures are for people; programs use error.code. Creations take an Idempotency-Key; reads answer an ETag, changes take it as If-Match.",
        ))
        .license(Some(License::new("Apache-2.0")))
        .build();
    OpenApiBuilder::new().info(info).components(Some(Components::new())).build()
}

/// Endings of the names of what clients send; its fields may be left out.
const REQUESTS: [&str; 4] = ["Body", "Patch", "Form", "Edit"];

/// Adds what all operations share: the session cookie or a token, and the failure envelope.
pub(crate) fn completed(mut api: OpenApi) -> OpenApi {
    let mut schemas = Vec::new();
    Failure::schemas(&mut schemas);
    let components = api.components.get_or_insert_default();
    components.schemas.extend(schemas);
    components.schemas.insert(SortKey::name().into_owned(), SortKey::schema());
    components.schemas.insert(Part::name().into_owned(), Part::schema());
    components.schemas.insert(EventKind::name().into_owned(), EventKind::schema());
    // It comes as a text inside a form.
    components.schemas.insert(TemplateFormBody::name().into_owned(), TemplateFormBody::schema());
    components.schemas.insert(Failure::name().into_owned(), Failure::schema());
    let cookie = SecurityScheme::ApiKey(ApiKey::Cookie(ApiKeyValue::new(crate::state::COOKIE)));
    components.add_security_scheme(SESSION, cookie);
    let bearer = HttpBuilder::new().scheme(HttpAuthScheme::Bearer).description(Some("An API token.")).build();
    components.add_security_scheme(TOKEN, SecurityScheme::Http(bearer));
    for (name, schema) in &mut components.schemas {
        if !REQUESTS.iter().any(|suffix| name.ends_with(suffix)) {
            all_required(schema);
        }
        if let Some(item) = name.strip_prefix("List_") {
            refer_to(schema, item);
        }
    }
    for (path, item) in &mut api.paths.paths {
        for (method, operation) in operations(item) {
            operation.operation_id = Some(operation_id(method, path));
            let content = ContentBuilder::new().schema(Some(Ref::from_schema_name(Failure::name()))).build();
            let failure = ResponseBuilder::new()
                .description("anything that is not 2xx")
                .content("application/json", content)
                .build();
            operation.responses.responses.insert("default".to_owned(), RefOr::T(failure));
            if !PUBLIC.contains(&path.as_str()) {
                let either = [SESSION, TOKEN].map(|scheme| SecurityRequirement::new::<_, [&str; 0], _>(scheme, []));
                operation.security = Some(either.to_vec());
            }
        }
    }
    api
}

/// `get_findings_key_measures`: unique, and told by the path.
fn operation_id(method: &str, path: &str) -> String {
    let words = path.trim_start_matches("/api/v1").split(['/', '.', '-', '{', '}']).filter(|word| !word.is_empty());
    std::iter::once(method).chain(words).collect::<Vec<_>>().join("_")
}

/// Answers always have all their fields; what is unknown is null.
fn all_required(schema: &mut RefOr<Schema>) {
    match schema {
        RefOr::T(Schema::Object(object)) => object.required = object.properties.keys().cloned().collect(),
        RefOr::T(Schema::AllOf(all)) => all.items.iter_mut().for_each(all_required),
        _ => {}
    }
}

/// A list names what it holds instead of describing it once more.
fn refer_to(list: &mut RefOr<Schema>, item: &str) {
    if let RefOr::T(Schema::Object(object)) = list
        && let Some(RefOr::T(Schema::Array(array))) = object.properties.get_mut("items")
    {
        array.items = ArrayItems::RefOrSchema(Box::new(Ref::from_schema_name(item).into()));
    }
}

fn operations(item: &mut PathItem) -> impl Iterator<Item = (&'static str, &mut Operation)> {
    [
        ("get", &mut item.get),
        ("post", &mut item.post),
        ("put", &mut item.put),
        ("patch", &mut item.patch),
        ("delete", &mut item.delete),
    ]
    .into_iter()
    .filter_map(|(method, operation)| Some((method, operation.as_mut()?)))
}
