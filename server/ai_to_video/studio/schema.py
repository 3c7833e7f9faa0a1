"""The tables of the ledger, version by version. A step is never edited once released; a new one is added below it."""

STEPS = (
    """
    CREATE TABLE projects (
        project_id TEXT PRIMARY KEY,
        owner      TEXT NOT NULL,
        title      TEXT NOT NULL DEFAULT '',
        session_id TEXT NOT NULL DEFAULT '',
        task_id    TEXT NOT NULL DEFAULT '',
        user_id    TEXT NOT NULL DEFAULT '',
        timeline   TEXT NOT NULL DEFAULT '',
        draft      TEXT NOT NULL DEFAULT '',
        created    REAL NOT NULL,
        updated    REAL NOT NULL
    );
    CREATE INDEX projects_by_age ON projects (owner, updated);

    CREATE TABLE jobs (
        seq           INTEGER PRIMARY KEY,
        job_id        TEXT NOT NULL UNIQUE,
        owner         TEXT NOT NULL,
        project_id    TEXT NOT NULL,
        asked_project TEXT NOT NULL,
        kind          TEXT NOT NULL,
        state         TEXT NOT NULL,
        wish          TEXT NOT NULL,
        title         TEXT NOT NULL,
        born          TEXT NOT NULL,
        runner        TEXT NOT NULL,
        parent        TEXT NOT NULL,
        turn          INTEGER NOT NULL DEFAULT 0,
        progress      REAL NOT NULL DEFAULT 0,
        note          TEXT NOT NULL DEFAULT '',
        overdue       INTEGER NOT NULL DEFAULT 0,
        facts         TEXT NOT NULL DEFAULT '{}',
        result        TEXT,
        error         TEXT,
        spent         REAL NOT NULL DEFAULT -1,
        admitted      INTEGER NOT NULL DEFAULT 0,
        created       REAL NOT NULL,
        updated       REAL NOT NULL,
        ended         REAL NOT NULL DEFAULT 0
    );
    CREATE INDEX jobs_by_age ON jobs (owner, created);
    CREATE INDEX jobs_by_project ON jobs (project_id, seq);
    CREATE INDEX jobs_open ON jobs (runner) WHERE ended = 0;
    CREATE INDEX jobs_by_end ON jobs (ended);
    CREATE UNIQUE INDEX one_at_a_time ON jobs (project_id, kind) WHERE ended = 0 AND admitted = 1;

    CREATE TABLE turns (
        job_id     TEXT NOT NULL REFERENCES jobs (job_id) ON DELETE CASCADE,
        number     INTEGER NOT NULL,
        message    TEXT NOT NULL,
        session_id TEXT NOT NULL DEFAULT '',
        before     TEXT,
        permit     TEXT NOT NULL DEFAULT '',
        permitted  REAL NOT NULL DEFAULT 0,
        PRIMARY KEY (job_id, number)
    );

    CREATE TABLE told (
        job_id TEXT NOT NULL REFERENCES jobs (job_id) ON DELETE CASCADE,
        number INTEGER NOT NULL,
        turn   INTEGER NOT NULL,
        raw    TEXT NOT NULL,
        text   TEXT NOT NULL,
        at     REAL NOT NULL,
        PRIMARY KEY (job_id, number)
    );

    CREATE TABLE posters (
        job_id TEXT PRIMARY KEY REFERENCES jobs (job_id) ON DELETE CASCADE,
        jpeg   BLOB NOT NULL
    );

    CREATE TABLE uploads (
        session_id TEXT NOT NULL,
        sha256     TEXT NOT NULL,
        media      TEXT NOT NULL,
        at         REAL NOT NULL,
        PRIMARY KEY (session_id, sha256)
    );

    CREATE TABLE documents (
        project_id TEXT NOT NULL,
        sha256     TEXT NOT NULL,
        name       TEXT NOT NULL,
        text       TEXT NOT NULL,
        job_id     TEXT NOT NULL DEFAULT '',
        at         REAL NOT NULL,
        PRIMARY KEY (project_id, sha256)
    );
    """,
)
