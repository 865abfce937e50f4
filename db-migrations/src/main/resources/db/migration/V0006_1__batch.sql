-- The history of Jakarta Batch jobs: the tables that JBeret (jberet-postgresql.ddl) would otherwise
-- want to make itself. The server finds them by its search path.

create table batch.job_instance (
  jobinstanceid   bigserial    not null primary key,
  version         integer,
  jobname         varchar(512),
  applicationname varchar(512)
);
create index job_instance_name on batch.job_instance (jobname);

create table batch.job_execution (
  jobexecutionid  bigserial    not null primary key,
  jobinstanceid   bigint       not null references batch.job_instance on delete cascade,
  version         integer,
  createtime      timestamptz,
  starttime       timestamptz,
  endtime         timestamptz,
  lastupdatedtime timestamptz,
  batchstatus     varchar(30),
  exitstatus      varchar(512),
  jobparameters   varchar(3000),
  restartposition varchar(255)
);
create index job_execution_instance on batch.job_execution (jobinstanceid);

create table batch.step_execution (
  stepexecutionid      bigserial     not null primary key,
  jobexecutionid       bigint        not null references batch.job_execution on delete cascade,
  version              integer,
  stepname             varchar(255),
  starttime            timestamptz,
  endtime              timestamptz,
  batchstatus          varchar(30),
  exitstatus           varchar(512),
  executionexception   varchar(2048),
  persistentuserdata   bytea,
  readcount            integer,
  writecount           integer,
  commitcount          integer,
  rollbackcount        integer,
  readskipcount        integer,
  processskipcount     integer,
  filtercount          integer,
  writeskipcount       integer,
  readercheckpointinfo bytea,
  writercheckpointinfo bytea
);
create index step_execution_job on batch.step_execution (jobexecutionid);

create table batch.partition_execution (
  partitionexecutionid integer       not null,
  stepexecutionid      bigint        not null references batch.step_execution on delete cascade,
  version              integer,
  batchstatus          varchar(30),
  exitstatus           varchar(512),
  executionexception   varchar(2048),
  persistentuserdata   bytea,
  readercheckpointinfo bytea,
  writercheckpointinfo bytea,
  primary key (partitionexecutionid, stepexecutionid)
);

grant usage on schema batch to medflow_app;
grant select, insert, update, delete on all tables in schema batch to medflow_app;
grant usage, select on all sequences in schema batch to medflow_app;
