/**
 * The schema, one step per version: a step that was released is never changed, a new one is added. Column names are
 * spelt as the code spells them, so rows need no translation. Times are epoch ms; every text column a caller may leave
 * out is NULL then, '' being a value of its own (the service keeps the two apart).
 */
export const MIGRATIONS: readonly string[] = [
  `
  CREATE TABLE cluster (
    clusterId TEXT PRIMARY KEY, displayName TEXT NOT NULL, description TEXT, regionId TEXT NOT NULL, zoneId TEXT,
    ownerId TEXT NOT NULL, gmtCreate INTEGER NOT NULL, gmtModified INTEGER NOT NULL
  ) STRICT;
  CREATE TABLE engineVersion (
    clusterId TEXT NOT NULL REFERENCES cluster, position INTEGER NOT NULL, name TEXT NOT NULL,
    PRIMARY KEY (clusterId, position)
  ) STRICT;
  CREATE TABLE project (
    id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT NOT NULL UNIQUE, deployType TEXT NOT NULL, clusterId TEXT,
    managerIds TEXT, description TEXT, creator TEXT NOT NULL, modifier TEXT NOT NULL,
    createTime INTEGER NOT NULL, modifyTime INTEGER NOT NULL
  ) STRICT;
  CREATE TABLE queue (
    clusterId TEXT NOT NULL REFERENCES cluster, queueName TEXT NOT NULL, projectId INTEGER REFERENCES project,
    maxVCore INTEGER NOT NULL, maxMem INTEGER NOT NULL,
    PRIMARY KEY (clusterId, queueName)
  ) STRICT;
  CREATE INDEX queueByProject ON queue(projectId);

  -- A folder knows its parent and its own name, so moving a subtree changes one row. The root has no parent.
  CREATE TABLE folder (
    id INTEGER PRIMARY KEY AUTOINCREMENT, projectId INTEGER NOT NULL REFERENCES project,
    parentId INTEGER REFERENCES folder, name TEXT NOT NULL
  ) STRICT;
  CREATE UNIQUE INDEX folderByName ON folder(projectId, ifnull(parentId, 0), name);
  CREATE INDEX folderByParent ON folder(parentId);

  CREATE TABLE job (
    id INTEGER PRIMARY KEY AUTOINCREMENT, projectId INTEGER NOT NULL REFERENCES project, jobName TEXT NOT NULL,
    jobId TEXT NOT NULL, fileId TEXT NOT NULL, folderId INTEGER NOT NULL REFERENCES folder,
    jobType TEXT NOT NULL, apiType TEXT NOT NULL, code TEXT NOT NULL, planJson TEXT, properties TEXT,
    packages TEXT NOT NULL, description TEXT, engineVersion TEXT, clusterId TEXT, queueName TEXT,
    creator TEXT NOT NULL, modifier TEXT NOT NULL, createTime INTEGER NOT NULL, modifyTime INTEGER NOT NULL,
    UNIQUE (projectId, jobName)
  ) STRICT;
  CREATE INDEX jobByFolder ON job(folderId, jobName);
  -- What CommitJob published: a running instance takes its code from here, not from the draft.
  CREATE TABLE published (
    jobKey INTEGER PRIMARY KEY REFERENCES job ON DELETE CASCADE, code TEXT NOT NULL, planJson TEXT, properties TEXT,
    packages TEXT NOT NULL, engineVersion TEXT, clusterId TEXT, queueName TEXT, autoScale TEXT,
    commitTime INTEGER NOT NULL
  ) STRICT;
  CREATE TABLE planSession (
    sessionId TEXT PRIMARY KEY, jobKey INTEGER NOT NULL REFERENCES job ON DELETE CASCADE,
    readyAt INTEGER NOT NULL, expiresAt INTEGER NOT NULL, planJson TEXT, errorMessage TEXT
  ) STRICT;
  CREATE INDEX planSessionByJob ON planSession(jobKey);

  CREATE TABLE instance (
    id INTEGER PRIMARY KEY AUTOINCREMENT, jobKey INTEGER NOT NULL REFERENCES job ON DELETE CASCADE,
    code TEXT NOT NULL, planJson TEXT, properties TEXT, packages TEXT NOT NULL, engineVersion TEXT,
    clusterId TEXT, queueName TEXT, autoScale TEXT, startParameters TEXT, expectState TEXT NOT NULL,
    starter TEXT NOT NULL, startTime INTEGER NOT NULL, lastOperator TEXT NOT NULL, lastOperateTime INTEGER NOT NULL,
    archived INTEGER NOT NULL DEFAULT 0, engineMemory TEXT NOT NULL
  ) STRICT;
  CREATE INDEX instanceByJob ON instance(jobKey, archived, id);

  CREATE TABLE package (
    id INTEGER PRIMARY KEY AUTOINCREMENT, projectId INTEGER NOT NULL REFERENCES project, packageName TEXT NOT NULL,
    type TEXT NOT NULL, originName TEXT, description TEXT, md5 TEXT, ossEndpoint TEXT, ossBucket TEXT, ossOwner TEXT,
    ossPath TEXT NOT NULL, tag TEXT, creator TEXT NOT NULL, modifier TEXT NOT NULL,
    createTime INTEGER NOT NULL, modifyTime INTEGER NOT NULL,
    UNIQUE (projectId, packageName)
  ) STRICT;
  `,
  `
  -- What watching instances takes, without a look at the rows, which hold code and plan.
  DROP INDEX instanceByJob;
  CREATE INDEX instanceByJob ON instance(jobKey, archived, id, expectState, startTime, engineMemory);
  -- The engine used to find this in the code at every look.
  UPDATE instance SET engineMemory = json_set(engineMemory, '$.fails', json('true')) WHERE code LIKE '%fail%';
  `,
];
