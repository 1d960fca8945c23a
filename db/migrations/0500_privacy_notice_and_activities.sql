-- Personal data of staff: what they are told, what is done with their data, and when logs were cleared.
create schema privacy;
grant usage on schema privacy to krom_app;

-- The notice to data subjects (Personal Data Protection Act B.E. 2562, section 23). A version is never changed: the next one follows.
create table privacy.notice (
  id int generated always as identity primary key,
  text_th text not null check (length(text_th) between 50 and 20000),
  text_en text not null check (length(text_en) between 50 and 20000),
  changes text not null default '',
  valid_from date not null,
  made_by int not null,
  made_at timestamptz not null default platform.legal_now()
);
create unique index notice_day on privacy.notice (valid_from);
grant select, insert on privacy.notice to krom_app;

-- The record of processing activities (section 39), one row for each activity; an activity that ended stays.
create table privacy.activity (
  id int generated always as identity primary key,
  name text not null,
  purpose text not null,
  people text not null,
  data_kinds text not null,
  basis text not null check (basis in ('legal-obligation', 'public-task', 'contract', 'legitimate-interest', 'vital-interest', 'research', 'consent')),
  recipients text not null,
  retention text not null,
  measures text not null,
  -- The same in English, by the names of the columns; what is missing is shown in Thai.
  english jsonb not null default '{}',
  valid_from date not null,
  valid_to date,
  changed_by int not null,
  changed_at timestamptz not null default platform.legal_now(),
  check (valid_to is null or valid_to >= valid_from)
);
grant select, insert on privacy.activity to krom_app;
grant update (name, purpose, people, data_kinds, basis, recipients, retention, measures, english, valid_to, changed_by, changed_at) on privacy.activity to krom_app;

-- When what was erased: figures only.
create table privacy.erasure (
  id bigint generated always as identity primary key,
  rule text not null,
  before timestamptz not null,
  erased int not null,
  at timestamptz not null default platform.legal_now()
);
create index erasure_rule on privacy.erasure (rule, id desc);
grant select, insert on privacy.erasure to krom_app;

-- The activities of the house as it is delivered. An office looks them over, names its own retention schedule and adds what it does besides.
insert into privacy.activity (name, purpose, people, data_kinds, basis, recipients, retention, measures, english, valid_from, changed_by) values
  ('บัญชีผู้ใช้และการเข้าสู่ระบบ', 'ยืนยันตัวบุคคลและกำหนดสิทธิในการปฏิบัติราชการ', 'ข้าราชการและบุคลากรของกรม', 'ชื่อ ตำแหน่ง อีเมล โทรศัพท์ ชื่อผู้ใช้ ประวัติการเข้าสู่ระบบ ที่อยู่ IP และเบราว์เซอร์', 'public-task', 'ผู้ดูแลระบบและผู้ตรวจสอบของกรม', 'บัญชี: ตลอดเวลาที่รับราชการ ประวัติการเข้าสู่ระบบ: ตามที่กำหนดในหน้าระยะเวลาเก็บรักษา ไม่น้อยกว่า 90 วัน', 'รหัสผ่านเก็บเป็นค่าย่อยที่ย้อนกลับไม่ได้ การยืนยันตัวตนหลายปัจจัย จำกัดสิทธิรายแถวในฐานข้อมูล',
   '{"name": "Accounts and sign-in", "purpose": "To know who acts and what they may do in office", "people": "Officials and staff of the department", "data_kinds": "Name, position, e-mail, telephone, username, history of sign-ins, IP address and browser", "recipients": "Administrators and auditors of the department", "retention": "Accounts: while in service. History of sign-ins: as set on the page of retention, at least 90 days", "measures": "Passwords kept as one-way hashes, second factors, row-level rights in the database"}', '2020-10-01', 0),
  ('ทะเบียนบุคลากร ตำแหน่ง และการทำหน้าที่แทน', 'บริหารหน่วยงานและตรวจสอบอำนาจในการลงนามและสั่งการ', 'ข้าราชการและบุคลากรของกรม', 'คำนำหน้า ชื่อ นามสกุล ตำแหน่ง สังกัด ช่วงเวลาดำรงตำแหน่ง คำสั่งรักษาราชการแทน', 'legal-obligation', 'บุคลากรของกรม', 'ตลอดเวลาที่รับราชการ และต่อไปตามตารางกำหนดอายุการเก็บเอกสารของกรม', 'แก้ไขได้เฉพาะผู้มีหน้าที่ ทุกการแก้ไขมีบันทึก',
   '{"name": "Register of people, positions and acting", "purpose": "To run the office and to check the authority to sign and decide", "people": "Officials and staff of the department", "data_kinds": "Title, name, position, unit, period of office, orders of acting", "recipients": "Staff of the department", "retention": "While in service, then by the retention schedule of the department", "measures": "Changed only by those whose duty it is, every change on record"}', '2020-10-01', 0),
  ('หนังสือราชการและทะเบียนหนังสือ', 'รับ ส่ง เวียน และเก็บหนังสือตามระเบียบสำนักนายกรัฐมนตรีว่าด้วยงานสารบรรณ', 'ผู้ลงนาม ผู้รับ และผู้ที่หนังสือกล่าวถึง', 'ชื่อ ตำแหน่ง ลายมือชื่อ เวลาที่เปิดอ่าน และข้อความในหนังสือ', 'legal-obligation', 'หน่วยงานผู้รับหนังสือ', 'ตามระเบียบงานสารบรรณ ปกติไม่น้อยกว่า 10 ปี', 'ชั้นความลับ จำกัดสิทธิรายฉบับ บันทึกผู้เปิดอ่าน',
   '{"name": "Official letters and registers", "purpose": "To receive, send, circulate and keep letters under the regulation on correspondence", "people": "Signers, recipients and those whom a letter names", "data_kinds": "Name, position, signature, time of opening, and what the letter says", "recipients": "Units that receive the letter", "retention": "By the regulation on correspondence, usually not less than 10 years", "measures": "Classes of secrecy, rights letter by letter, a log of who opened"}', '2020-10-01', 0),
  ('การประชุมและรายงานการประชุม', 'จัดประชุม บันทึกมติ และรับรองรายงาน', 'กรรมการ ผู้แทน และผู้เข้าร่วมประชุม', 'ชื่อ ตำแหน่ง การมาประชุม คำกล่าวในที่ประชุม คำตอบรับรอง', 'public-task', 'กรรมการและหน่วยงานที่ต้องปฏิบัติตามมติ', 'ตามระเบียบงานสารบรรณ', 'จำกัดสิทธิตามคณะ รายงานที่รับรองแล้วแก้ไม่ได้',
   '{"name": "Meetings and minutes", "purpose": "To hold meetings, record resolutions and certify minutes", "people": "Members, representatives and participants", "data_kinds": "Name, position, attendance, what was said in the meeting, answers of certification", "recipients": "Members, and units that carry the resolutions out", "retention": "By the regulation on correspondence", "measures": "Rights by committee, certified minutes cannot be changed"}', '2020-10-01', 0),
  ('งานที่มอบหมายและการแจ้งเตือน', 'ติดตามงานให้แล้วเสร็จตามกำหนด', 'ผู้รับผิดชอบงาน', 'ชื่อ งานที่ได้รับ กำหนดส่ง ความคืบหน้า อีเมล บัญชี LINE ที่ผู้ใช้ผูกเอง', 'public-task', 'ผู้มอบหมายและหัวหน้าหน่วยงาน', 'งาน: ตามระเบียบงานสารบรรณ การแจ้งเตือนและจดหมายที่ส่งแล้ว: ตามที่กำหนดในหน้าระยะเวลาเก็บรักษา', 'แต่ละคนเลือกช่องทางได้เอง เนื้อความลับไม่ส่งออกนอกระบบ',
   '{"name": "Assignments and news", "purpose": "To see work through by its day", "people": "Those who own a task", "data_kinds": "Name, tasks, due days, progress, e-mail, the LINE account that a person linked", "recipients": "Who assigned it and the head of the unit", "retention": "Tasks: by the regulation on correspondence. News and sent mail: as set on the page of retention", "measures": "Each person chooses the channels; nothing secret leaves the house"}', '2020-10-01', 0),
  ('บันทึกการดำเนินการและบันทึกการเปิดดู', 'ตรวจสอบย้อนหลังและรักษาความมั่นคงปลอดภัย', 'ผู้ใช้ระบบทุกคน', 'ชื่อ เวลา การกระทำ ระเบียนที่เปิด', 'legal-obligation', 'ผู้ตรวจสอบ และพนักงานเจ้าหน้าที่ตามกฎหมาย', 'บันทึกการดำเนินการ: ไม่ลบ บันทึกการเปิดดู: ตามที่กำหนดในหน้าระยะเวลาเก็บรักษา ไม่น้อยกว่า 90 วัน', 'เพิ่มได้อย่างเดียว มีลายเซ็นดิจิทัลกำกับ ตรวจการแก้ไขได้',
   '{"name": "Audit log and access log", "purpose": "To look back at what was done, and for security", "people": "Everybody who uses the system", "data_kinds": "Name, time, act, record opened", "recipients": "Auditors, and officials whom the law names", "retention": "Audit log: never erased. Access log: as set on the page of retention, at least 90 days", "measures": "Only ever added to, sealed by a digital signature, changes are found"}', '2020-10-01', 0);

insert into privacy.notice (valid_from, made_by, text_th, text_en) values ('2020-10-01', 0,
'กรมเก็บรวบรวม ใช้ และเปิดเผยข้อมูลส่วนบุคคลของบุคลากรเท่าที่จำเป็นต่อการปฏิบัติราชการ ตามพระราชบัญญัติคุ้มครองข้อมูลส่วนบุคคล พ.ศ. 2562

ข้อมูลที่เก็บ
ชื่อ ตำแหน่ง สังกัด อีเมล โทรศัพท์ คำสั่งที่เกี่ยวกับหน้าที่ งานที่ได้รับมอบหมาย การมาประชุม การลงนาม และบันทึกการใช้ระบบ

ใช้เพื่ออะไร
การรับส่งหนังสือ การประชุม การมอบหมายและติดตามงาน การประเมินผล และการรักษาความมั่นคงปลอดภัยของระบบ โดยอาศัยหน้าที่ตามกฎหมายและการปฏิบัติภารกิจเพื่อประโยชน์สาธารณะ กรมไม่ใช้ข้อมูลเพื่อการค้า

เก็บนานเท่าใด
หนังสือและรายงานเก็บตามระเบียบงานสารบรรณ บันทึกการใช้ระบบเก็บไม่น้อยกว่า 90 วันและลบเมื่อครบกำหนดที่กรมตั้งไว้

สิทธิของท่าน
ท่านขอดู ขอสำเนา และขอแก้ไขข้อมูลของตนได้ ดูได้ว่าใครเปิดดูข้อมูลของท่านที่หน้า “ข้อมูลของฉัน” หากเห็นว่าไม่ถูกต้อง ติดต่อเจ้าหน้าที่คุ้มครองข้อมูลส่วนบุคคลของกรม หรือร้องเรียนต่อสำนักงานคณะกรรมการคุ้มครองข้อมูลส่วนบุคคล',
'The department collects, uses and discloses personal data of its staff as far as its work needs, under the Personal Data Protection Act B.E. 2562 (2019).

What is kept
Name, position, unit, e-mail, telephone, orders about duties, tasks assigned, attendance at meetings, signatures, and logs of the use of this system.

What for
Letters, meetings, assigning and following work, evaluation, and the security of the system, on the ground of legal duties and of a task carried out in the public interest. Nothing is used for trade.

How long
Letters and minutes are kept by the regulation on correspondence. Logs are kept for at least 90 days and erased at the end of the time that the department has set.

Your rights
You may see your data, have a copy and ask for corrections. The page “My data” shows who has looked at your data. If something is not right, write to the data protection officer of the department, or complain to the Office of the Personal Data Protection Committee.');
