-- The day of a patient in the clinic: a visit, its place in the queue, the way from station to station,
-- vitals, acts and problems. Source: spec clinical.md 4 and 5.

create table visit (
  id             uuid        primary key,
  clinic_id      uuid        not null references clinic,
  number         text        not null,
  patient_id     uuid        not null references patient,
  appointment_id uuid        references appointment,
  day            date        not null,
  kind           text        not null check (kind in ('ROUTINE', 'EMERGENCY', 'FOLLOW_UP', 'INITIAL',
                   'PROCEDURE', 'CONSULTATION')),
  status         text        not null check (status in ('CHECKED_IN', 'IN_PROGRESS', 'COMPLETED',
                   'CANCELLED', 'NO_SHOW')),
  provider       uuid        references app_user,
  complaint      text        check (length(complaint) <= 500),
  complaint_eye  text        check (complaint_eye in ('OD', 'OS', 'OU')),
  convention     text,
  coverage       int         check (coverage between 0 and 100),
  beneficiary    text,
  arrived_at     timestamptz not null,
  started_at     timestamptz,
  ended_at       timestamptz,
  end_reason     text        check (length(end_reason) <= 300),
  flagged        text        check (flagged in ('OVERDUE_START', 'OVERDUE_END')),
  lease_by       uuid,
  lease_till     timestamptz,
  opened_by      uuid        not null,
  version        bigint      not null default 0,
  check ((status in ('COMPLETED', 'CANCELLED', 'NO_SHOW')) = (ended_at is not null)),
  check ((lease_by is null) = (lease_till is null))
);
comment on column visit.day is 'The day of the arrival in the clinic''s own zone.';
comment on column visit.convention is
  'Who pays a part, frozen at the arrival with its share and the kind of beneficiary.';
create unique index visit_number_uk on visit (clinic_id, number);
create unique index visit_open_uk on visit (clinic_id, patient_id, day)
  where status in ('CHECKED_IN', 'IN_PROGRESS');
create unique index visit_appointment_uk on visit (appointment_id)
  where appointment_id is not null and status <> 'CANCELLED';
create index visit_day on visit (clinic_id, day, arrived_at);
create index visit_patient on visit (patient_id, arrived_at desc);
create index visit_open on visit (arrived_at) where status in ('CHECKED_IN', 'IN_PROGRESS');

create table queue_day (
  clinic_id uuid not null references clinic,
  day       date not null,
  next      int  not null check (next > 0),
  closed_at timestamptz,
  primary key (clinic_id, day)
);

-- One place in the queue of a day. The rank is what a doctor would say: an emergency first, then the
-- urgent, then those who should not stand, then who came first.
create table queue_ticket (
  id           uuid        primary key,
  clinic_id    uuid        not null references clinic,
  day          date        not null,
  number       int         not null check (number > 0),
  visit_id     uuid        not null references visit,
  patient_id   uuid        not null references patient,
  provider     uuid        references app_user,
  priority     text        not null check (priority in ('EMERGENCY', 'URGENT', 'PREGNANT', 'ELDERLY',
                 'HIGH', 'VIP', 'NORMAL')),
  rank         int         not null generated always as (case priority when 'EMERGENCY' then 0
                 when 'URGENT' then 1 when 'PREGNANT' then 2 when 'ELDERLY' then 2 when 'HIGH' then 2
                 else 3 end) stored,
  state        text        not null check (state in ('WAITING', 'CALLED', 'SERVING', 'MISSED', 'DONE',
                 'LEFT')),
  station      text        not null,
  station_since timestamptz not null,
  arrived_at   timestamptz not null,
  room_id      uuid        references room,
  calls        int         not null default 0 check (calls between 0 and 4),
  called_at    timestamptz,
  first_called_at timestamptz,
  called_by    uuid,
  served_at    timestamptz,
  dilated_till timestamptz,
  waited_secs  bigint      not null default 0,
  ended_at     timestamptz,
  version      bigint      not null default 0,
  constraint queue_ticket_number_uk unique (clinic_id, day, number),
  constraint queue_ticket_visit_uk unique (visit_id),
  check ((state in ('DONE', 'LEFT')) = (ended_at is not null)),
  check ((state in ('CALLED', 'SERVING')) <= (called_at is not null))
);
comment on column queue_ticket.dilated_till is 'When the drops have worked; null without dilation.';
comment on column queue_ticket.waited_secs is 'Seconds spent waiting before the present station.';
create index queue_ticket_board on queue_ticket (clinic_id, day, rank, arrived_at)
  where state in ('WAITING', 'CALLED', 'SERVING', 'MISSED');
create index queue_ticket_patient on queue_ticket (patient_id);

-- The way through the clinic, station by station.
create table queue_step (
  ticket_id  uuid        not null references queue_ticket,
  clinic_id  uuid        not null references clinic,
  position   int         not null check (position between 1 and 20),
  station    text        not null check (station in ('triage', 'va-iop', 'dilation', 'imaging',
               'doctor', 'pharmacy', 'optical', 'cashier')),
  state      text        not null check (state in ('PLANNED', 'HERE', 'DONE', 'SKIPPED')),
  began_at   timestamptz,
  ended_at   timestamptz,
  primary key (ticket_id, position)
);
create unique index queue_step_here_uk on queue_step (ticket_id) where state = 'HERE';

create table vitals (
  id           uuid        primary key,
  clinic_id    uuid        not null references clinic,
  visit_id     uuid        not null references visit,
  patient_id   uuid        not null references patient,
  systolic     int         check (systolic between 40 and 300),
  diastolic    int         check (diastolic between 20 and 200),
  pulse        int         check (pulse between 20 and 300),
  temperature  numeric(4,1) check (temperature between 25 and 45),
  breaths      int         check (breaths between 4 and 60),
  saturation   int         check (saturation between 0 and 100),
  weight       numeric(5,1) check (weight between 0.3 and 500),
  height       numeric(4,1) check (height between 20 and 280),
  glucose      numeric(4,1) check (glucose between 0.5 and 60),
  note         text        check (length(note) <= 500),
  taken_at     timestamptz not null,
  taken_by     uuid        not null,
  wrong_at     timestamptz,
  wrong_by     uuid,
  wrong_reason text        check (length(wrong_reason) between 3 and 300),
  check ((systolic is null) = (diastolic is null) and (systolic is null or systolic > diastolic)),
  check ((wrong_at is null) = (wrong_by is null) and (wrong_at is null) = (wrong_reason is null)),
  check (num_nonnulls(systolic, pulse, temperature, breaths, saturation, weight, height, glucose, note)
         > 0)
);
comment on table vitals is
  'mmHg, beats and breaths per minute, °C, %, kg, cm, mmol/l. Never changed: said to be wrong instead.';
create index vitals_patient on vitals (patient_id, taken_at desc);
create index vitals_visit on vitals (visit_id, taken_at);

-- A minimal price list, until the billing room brings its own.
create table tariff (
  id         uuid    primary key,
  clinic_id  uuid    not null references clinic,
  code       text    not null check (code ~ '^[A-Z0-9][A-Z0-9-]{1,19}$'),
  label      text    not null check (length(label) between 1 and 120),
  kind       text    not null check (kind in ('CONSULTATION', 'PROCEDURE', 'EXAMINATION', 'IMAGING',
               'LABORATORY', 'THERAPY')),
  currency   text    not null check (currency in ('CDF', 'USD', 'EUR')),
  minor      bigint  not null check (minor >= 0),
  active     boolean not null default true,
  version    bigint  not null default 0,
  constraint tariff_code_uk unique (clinic_id, code)
);

create table visit_act (
  id         uuid        primary key,
  clinic_id  uuid        not null references clinic,
  visit_id   uuid        not null references visit,
  code       text        not null,
  label      text        not null,
  kind       text        not null check (kind in ('CONSULTATION', 'PROCEDURE', 'EXAMINATION', 'IMAGING',
               'LABORATORY', 'THERAPY')),
  eye        text        check (eye in ('OD', 'OS', 'OU')),
  quantity   int         not null default 1 check (quantity between 1 and 99),
  currency   text        not null check (currency in ('CDF', 'USD', 'EUR')),
  minor      bigint      not null check (minor >= 0),
  state      text        not null check (state in ('PLANNED', 'IN_PROGRESS', 'COMPLETED', 'CANCELLED',
               'DEFERRED')),
  added_at   timestamptz not null,
  added_by   uuid        not null,
  done_at    timestamptz,
  done_by    uuid,
  version    bigint      not null default 0
);
comment on column visit_act.minor is 'The price of one, taken from the price list once, when it was added.';
create index visit_act_visit on visit_act (visit_id, added_at);

-- Codes of diagnoses: the words are the house's own until a clinic loads the list that it may use.
create table diagnosis_code (
  system   text    not null check (system in ('ICD-10')),
  code     text    not null check (code ~ '^[A-Z][0-9][0-9A-Z](\.[0-9A-Z]{1,4})?$'),
  label_fr text    not null check (length(label_fr) between 1 and 200),
  label_en text    not null check (length(label_en) between 1 and 200),
  eye      boolean not null default false,
  active   boolean not null default true,
  words    text    not null default '',
  primary key (system, code)
);
comment on column diagnosis_code.eye is 'Whether a diagnosis of this code must name the eye.';
comment on column diagnosis_code.words is 'Both labels in capitals without accents, for the search.';

insert into diagnosis_code (system, code, label_fr, label_en, eye, words) values
  ('ICD-10', 'A71.9', 'Trachome', 'Trachoma', true,
    'TRACHOME TRACHOMA'),
  ('ICD-10', 'B30.9', 'Conjonctivite virale', 'Viral conjunctivitis', true,
    'CONJONCTIVITE VIRALE VIRAL CONJUNCTIVITIS'),
  ('ICD-10', 'E11.3', 'Diabète de type 2 avec atteinte de l’œil', 'Type 2 diabetes affecting the eye', false,
    'DIABETE DE TYPE 2 AVEC ATTEINTE DE L OEIL TYPE 2 DIABETES AFFECTING THE EYE'),
  ('ICD-10', 'H00.0', 'Orgelet', 'Stye', true,
    'ORGELET STYE'),
  ('ICD-10', 'H00.1', 'Chalazion', 'Chalazion', true,
    'CHALAZION CHALAZION'),
  ('ICD-10', 'H01.0', 'Blépharite', 'Blepharitis', true,
    'BLEPHARITE BLEPHARITIS'),
  ('ICD-10', 'H02.0', 'Entropion, trichiasis', 'Entropion, trichiasis', true,
    'ENTROPION TRICHIASIS ENTROPION TRICHIASIS'),
  ('ICD-10', 'H02.1', 'Ectropion', 'Ectropion', true,
    'ECTROPION ECTROPION'),
  ('ICD-10', 'H02.4', 'Ptosis', 'Ptosis', true,
    'PTOSIS PTOSIS'),
  ('ICD-10', 'H04.1', 'Sécheresse de l’œil', 'Dry eye', true,
    'SECHERESSE DE L OEIL DRY EYE'),
  ('ICD-10', 'H04.3', 'Dacryocystite aiguë', 'Acute dacryocystitis', true,
    'DACRYOCYSTITE AIGUE ACUTE DACRYOCYSTITIS'),
  ('ICD-10', 'H04.5', 'Sténose des voies lacrymales', 'Narrowed tear ducts', true,
    'STENOSE DES VOIES LACRYMALES NARROWED TEAR DUCTS'),
  ('ICD-10', 'H10.1', 'Conjonctivite allergique', 'Allergic conjunctivitis', true,
    'CONJONCTIVITE ALLERGIQUE ALLERGIC CONJUNCTIVITIS'),
  ('ICD-10', 'H10.3', 'Conjonctivite aiguë', 'Acute conjunctivitis', true,
    'CONJONCTIVITE AIGUE ACUTE CONJUNCTIVITIS'),
  ('ICD-10', 'H10.5', 'Blépharoconjonctivite', 'Blepharoconjunctivitis', true,
    'BLEPHAROCONJONCTIVITE BLEPHAROCONJUNCTIVITIS'),
  ('ICD-10', 'H11.0', 'Ptérygion', 'Pterygium', true,
    'PTERYGION PTERYGIUM'),
  ('ICD-10', 'H11.3', 'Hémorragie sous la conjonctive', 'Bleeding under the conjunctiva', true,
    'HEMORRAGIE SOUS LA CONJONCTIVE BLEEDING UNDER THE CONJUNCTIVA'),
  ('ICD-10', 'H15.0', 'Sclérite', 'Scleritis', true,
    'SCLERITE SCLERITIS'),
  ('ICD-10', 'H15.1', 'Épisclérite', 'Episcleritis', true,
    'EPISCLERITE EPISCLERITIS'),
  ('ICD-10', 'H16.0', 'Ulcère de la cornée', 'Corneal ulcer', true,
    'ULCERE DE LA CORNEE CORNEAL ULCER'),
  ('ICD-10', 'H16.1', 'Kératite superficielle', 'Superficial keratitis', true,
    'KERATITE SUPERFICIELLE SUPERFICIAL KERATITIS'),
  ('ICD-10', 'H18.6', 'Kératocône', 'Keratoconus', true,
    'KERATOCONE KERATOCONUS'),
  ('ICD-10', 'H20.0', 'Iridocyclite aiguë', 'Acute iridocyclitis', true,
    'IRIDOCYCLITE AIGUE ACUTE IRIDOCYCLITIS'),
  ('ICD-10', 'H25.1', 'Cataracte nucléaire liée à l’âge', 'Age-related nuclear cataract', true,
    'CATARACTE NUCLEAIRE LIEE A L AGE AGE RELATED NUCLEAR CATARACT'),
  ('ICD-10', 'H25.9', 'Cataracte liée à l’âge', 'Age-related cataract', true,
    'CATARACTE LIEE A L AGE AGE RELATED CATARACT'),
  ('ICD-10', 'H26.1', 'Cataracte traumatique', 'Traumatic cataract', true,
    'CATARACTE TRAUMATIQUE TRAUMATIC CATARACT'),
  ('ICD-10', 'H26.4', 'Cataracte secondaire', 'After-cataract', true,
    'CATARACTE SECONDAIRE AFTER CATARACT'),
  ('ICD-10', 'H27.0', 'Aphakie', 'Aphakia', true,
    'APHAKIE APHAKIA'),
  ('ICD-10', 'H30.9', 'Inflammation de la choroïde et de la rétine', 'Inflammation of choroid and retina', true,
    'INFLAMMATION DE LA CHOROIDE ET DE LA RETINE INFLAMMATION OF CHOROID AND RETINA'),
  ('ICD-10', 'H33.0', 'Décollement de la rétine avec déchirure', 'Retinal detachment with a break', true,
    'DECOLLEMENT DE LA RETINE AVEC DECHIRURE RETINAL DETACHMENT WITH A BREAK'),
  ('ICD-10', 'H33.3', 'Déchirure de la rétine sans décollement', 'Retinal break without detachment', true,
    'DECHIRURE DE LA RETINE SANS DECOLLEMENT RETINAL BREAK WITHOUT DETACHMENT'),
  ('ICD-10', 'H34.1', 'Occlusion de l’artère centrale de la rétine', 'Central retinal artery occlusion', true,
    'OCCLUSION DE L ARTERE CENTRALE DE LA RETINE CENTRAL RETINAL ARTERY OCCLUSION'),
  ('ICD-10', 'H34.8', 'Occlusion veineuse de la rétine', 'Retinal vein occlusion', true,
    'OCCLUSION VEINEUSE DE LA RETINE RETINAL VEIN OCCLUSION'),
  ('ICD-10', 'H35.3', 'Dégénérescence de la macula', 'Macular degeneration', true,
    'DEGENERESCENCE DE LA MACULA MACULAR DEGENERATION'),
  ('ICD-10', 'H36.0', 'Rétinopathie diabétique', 'Diabetic retinopathy', true,
    'RETINOPATHIE DIABETIQUE DIABETIC RETINOPATHY'),
  ('ICD-10', 'H40.0', 'Suspicion de glaucome', 'Glaucoma suspect', true,
    'SUSPICION DE GLAUCOME GLAUCOMA SUSPECT'),
  ('ICD-10', 'H40.1', 'Glaucome primitif à angle ouvert', 'Primary open-angle glaucoma', true,
    'GLAUCOME PRIMITIF A ANGLE OUVERT PRIMARY OPEN ANGLE GLAUCOMA'),
  ('ICD-10', 'H40.2', 'Glaucome primitif à angle fermé', 'Primary angle-closure glaucoma', true,
    'GLAUCOME PRIMITIF A ANGLE FERME PRIMARY ANGLE CLOSURE GLAUCOMA'),
  ('ICD-10', 'H40.3', 'Glaucome après traumatisme', 'Glaucoma after an injury', true,
    'GLAUCOME APRES TRAUMATISME GLAUCOMA AFTER AN INJURY'),
  ('ICD-10', 'H43.1', 'Hémorragie du vitré', 'Vitreous haemorrhage', true,
    'HEMORRAGIE DU VITRE VITREOUS HAEMORRHAGE'),
  ('ICD-10', 'H44.0', 'Endophtalmie purulente', 'Purulent endophthalmitis', true,
    'ENDOPHTALMIE PURULENTE PURULENT ENDOPHTHALMITIS'),
  ('ICD-10', 'H46', 'Névrite optique', 'Optic neuritis', true,
    'NEVRITE OPTIQUE OPTIC NEURITIS'),
  ('ICD-10', 'H47.1', 'Œdème papillaire', 'Papilloedema', true,
    'OEDEME PAPILLAIRE PAPILLOEDEMA'),
  ('ICD-10', 'H49.9', 'Strabisme paralytique', 'Paralytic strabismus', true,
    'STRABISME PARALYTIQUE PARALYTIC STRABISMUS'),
  ('ICD-10', 'H50.0', 'Strabisme convergent', 'Convergent strabismus', true,
    'STRABISME CONVERGENT CONVERGENT STRABISMUS'),
  ('ICD-10', 'H50.1', 'Strabisme divergent', 'Divergent strabismus', true,
    'STRABISME DIVERGENT DIVERGENT STRABISMUS'),
  ('ICD-10', 'H52.0', 'Hypermétropie', 'Hypermetropia', true,
    'HYPERMETROPIE HYPERMETROPIA'),
  ('ICD-10', 'H52.1', 'Myopie', 'Myopia', true,
    'MYOPIE MYOPIA'),
  ('ICD-10', 'H52.2', 'Astigmatisme', 'Astigmatism', true,
    'ASTIGMATISME ASTIGMATISM'),
  ('ICD-10', 'H52.4', 'Presbytie', 'Presbyopia', false,
    'PRESBYTIE PRESBYOPIA'),
  ('ICD-10', 'H53.0', 'Amblyopie', 'Amblyopia', true,
    'AMBLYOPIE AMBLYOPIA'),
  ('ICD-10', 'H54.0', 'Cécité des deux yeux', 'Blindness of both eyes', false,
    'CECITE DES DEUX YEUX BLINDNESS OF BOTH EYES'),
  ('ICD-10', 'H54.4', 'Cécité d’un œil', 'Blindness of one eye', true,
    'CECITE D UN OEIL BLINDNESS OF ONE EYE'),
  ('ICD-10', 'H57.1', 'Douleur de l’œil', 'Eye pain', true,
    'DOULEUR DE L OEIL EYE PAIN'),
  ('ICD-10', 'I10', 'Hypertension artérielle', 'High blood pressure', false,
    'HYPERTENSION ARTERIELLE HIGH BLOOD PRESSURE'),
  ('ICD-10', 'S05.0', 'Abrasion de la cornée ou de la conjonctive', 'Abrasion of cornea or conjunctiva', true,
    'ABRASION DE LA CORNEE OU DE LA CONJONCTIVE ABRASION OF CORNEA OR CONJUNCTIVA'),
  ('ICD-10', 'T15.0', 'Corps étranger de la cornée', 'Foreign body in the cornea', true,
    'CORPS ETRANGER DE LA CORNEE FOREIGN BODY IN THE CORNEA'),
  ('ICD-10', 'Z01.0', 'Examen des yeux et de la vision', 'Examination of eyes and vision', false,
    'EXAMEN DES YEUX ET DE LA VISION EXAMINATION OF EYES AND VISION'),
  ('ICD-10', 'Z96.1', 'Implant intraoculaire', 'Intraocular lens in place', true,
    'IMPLANT INTRAOCULAIRE INTRAOCULAR LENS IN PLACE');

create table problem (
  id          uuid        primary key,
  clinic_id   uuid        not null references clinic,
  patient_id  uuid        not null references patient,
  visit_id    uuid        references visit,
  system      text        not null default 'ICD-10',
  code        text        not null,
  label       text        not null check (length(label) between 1 and 200),
  eye         text        check (eye in ('OD', 'OS', 'OU')),
  rank        text        not null check (rank in ('PRIMARY', 'SECONDARY', 'RULE_OUT')),
  state       text        not null check (state in ('ACTIVE', 'RESOLVED', 'WRONG')),
  since       date,
  note        text        check (length(note) <= 500),
  noted_at    timestamptz not null,
  noted_by    uuid        not null,
  closed_at   timestamptz,
  closed_by   uuid,
  close_note  text        check (length(close_note) <= 300),
  version     bigint      not null default 0,
  foreign key (system, code) references diagnosis_code,
  check ((state = 'ACTIVE') = (closed_at is null))
);
create unique index problem_uk on problem (clinic_id, patient_id, code, coalesce(eye, ''))
  where state = 'ACTIVE';
create unique index problem_primary_uk on problem (visit_id)
  where rank = 'PRIMARY' and state = 'ACTIVE' and visit_id is not null;
create index problem_patient on problem (patient_id, noted_at desc);

-- What the evening finds: open visits, missed appointments, waits.
create table day_report (
  clinic_id uuid        not null references clinic,
  day       date        not null,
  made_at   timestamptz not null,
  figures   jsonb       not null,
  primary key (clinic_id, day)
);

alter table visit        enable row level security;
alter table queue_day    enable row level security;
alter table queue_ticket enable row level security;
alter table queue_step   enable row level security;
alter table vitals       enable row level security;
alter table tariff       enable row level security;
alter table visit_act    enable row level security;
alter table problem      enable row level security;
alter table day_report   enable row level security;
create policy visit_scope on visit to medflow_app
  using (clinic_id = any ((select clinic_scope())::uuid[]));
create policy queue_day_scope on queue_day to medflow_app
  using (clinic_id = any ((select clinic_scope())::uuid[]));
create policy queue_ticket_scope on queue_ticket to medflow_app
  using (clinic_id = any ((select clinic_scope())::uuid[]));
create policy queue_step_scope on queue_step to medflow_app
  using (clinic_id = any ((select clinic_scope())::uuid[]));
create policy vitals_scope on vitals to medflow_app
  using (clinic_id = any ((select clinic_scope())::uuid[]));
create policy tariff_scope on tariff to medflow_app
  using (clinic_id = any ((select clinic_scope())::uuid[]));
create policy visit_act_scope on visit_act to medflow_app
  using (clinic_id = any ((select clinic_scope())::uuid[]));
create policy problem_scope on problem to medflow_app
  using (clinic_id = any ((select clinic_scope())::uuid[]));
create policy day_report_scope on day_report to medflow_app
  using (clinic_id = any ((select clinic_scope())::uuid[]));
grant select, insert, update on visit, queue_day, queue_ticket, queue_step, tariff, visit_act, problem
  to medflow_app;
grant select, insert on vitals, day_report to medflow_app;
grant update (wrong_at, wrong_by, wrong_reason, patient_id) on vitals to medflow_app;
grant select, insert, update on diagnosis_code to medflow_app;
