//! The contract of the store of files, on a folder and on an S3-compatible server.

use std::io::Read;
use storage::FolderFiles;
use test_support::s3::S3Server;
use usecases::Files;

const TEXT: &str = "会议记录";
const DIGEST: &str = "224e3ec6c09bad0c70a7d0714d511f127de91c3077f47ac246f0bf8b4e87261b";

async fn keeps_the_contract(files: &dyn Files) {
    assert_eq!(files.digests().await.unwrap(), Vec::<String>::new());
    assert_eq!(files.put(TEXT.as_bytes().to_vec()).await.unwrap(), DIGEST);
    assert_eq!(files.put(TEXT.as_bytes().to_vec()).await.unwrap(), DIGEST);
    assert_eq!(files.get(DIGEST).await.unwrap().as_deref(), Some(TEXT.as_bytes()));
    assert_eq!(files.get(&DIGEST.replace('a', "b")).await.unwrap(), None);
    for outside in ["../../etc/passwd", "", "ABCDEF", &DIGEST.to_uppercase()] {
        assert_eq!(files.get(outside).await.unwrap(), None);
        assert!(files.open(outside).await.unwrap().is_none());
    }
    let mut read = String::new();
    files.open(DIGEST).await.unwrap().unwrap().read_to_string(&mut read).unwrap();
    assert_eq!(read, TEXT);

    // A file of this machine is taken in and stays; what is there already is not written again.
    let folder = tempfile::tempdir().unwrap();
    let mut expected = vec![DIGEST.to_owned()];
    for (name, size) in [("small", 10usize), ("large", 20 * 1024 * 1024 + 7), ("even", 8 * 1024 * 1024)] {
        let bytes: Vec<u8> = (0..size).map(|n| (n % 251) as u8 ^ (n / 251 % 256) as u8).collect();
        let path = folder.path().join(name);
        std::fs::write(&path, &bytes).unwrap();
        let digest = audit_digest(&bytes);
        files.take(&digest, &path).await.unwrap();
        files.take(&digest, &path).await.unwrap();
        assert!(path.exists());
        assert!(files.get(&digest).await.unwrap().as_deref() == Some(bytes.as_slice()), "{name}");
        expected.push(digest);
    }
    // More than one page of a remote list.
    for n in 0..5 {
        expected.push(files.put(format!("第{n}份").into_bytes()).await.unwrap());
    }
    expected.sort();
    assert_eq!(files.digests().await.unwrap(), expected);
    assert!(files.take(DIGEST, &folder.path().join("none")).await.is_err());
    assert!(files.take("../x", &folder.path().join("small")).await.is_err());
}

fn audit_digest(bytes: &[u8]) -> String {
    use sha2::{Digest, Sha256};
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

#[tokio::test]
async fn a_folder_keeps_the_contract() {
    let folder = tempfile::tempdir().unwrap();
    keeps_the_contract(&FolderFiles::new(folder.path())).await;
}

#[tokio::test]
async fn an_s3_server_keeps_the_contract() {
    let server = S3Server::start().await;
    keeps_the_contract(&server.files("整改/佐证")).await;
    let expected = format!("整改/佐证/22/{DIGEST}");
    assert!(server.names().contains(&expected), "{:?}", server.names());
    // The large one went in parts, once; the others whole.
    assert_eq!(server.uploads_begun(), 1);
    // Another prefix is another store.
    assert_eq!(server.files("别处").digests().await.unwrap(), Vec::<String>::new());
}

#[tokio::test]
async fn a_wrong_key_and_a_server_that_is_away_are_told_in_words() {
    let server = S3Server::start().await;
    let mut location = server.location("");
    location.key_id = "WRONG".to_owned();
    let files = storage::S3Files::new(&location).unwrap();
    let refused = files.put(TEXT.as_bytes().to_vec()).await.unwrap_err().to_string();
    assert!(refused.contains("对象存储") && !refused.contains(&location.secret), "{refused}");
    assert!(!format!("{location:?}").contains(&location.secret));
}
