-- Providers without a page of consent: the signer types PIN and one-time password in this house. Neither is kept anywhere;
-- kept are what a key asks for, when a password was sent, and how often what was typed was wrong.
alter table signatures.certificate
  -- Null: its holder agrees at a page of the provider.
  add column remote_pin text check (remote_pin in ('no', 'optional', 'needed')),
  -- online: the provider sends one when it is asked to; offline: its holder has a device that shows one.
  add column remote_otp text check (remote_otp in ('no', 'offline', 'online')),
  add constraint certificate_remote_codes check (num_nulls(remote_pin, remote_otp) in (0, 2));

alter table signatures.remote_signing
  -- As the certificate had them when the signer set out.
  add column pin text check (pin in ('no', 'optional', 'needed')),
  add column otp text check (otp in ('no', 'offline', 'online')),
  add column otp_sent int not null default 0 check (otp_sent >= 0),
  add column otp_sent_at timestamptz,
  add column wrong int not null default 0 check (wrong >= 0),
  -- What was wrong the last time.
  add column fault text check (fault in ('pin', 'otp', 'either', 'locked', 'other', 'unreachable')),
  add constraint remote_signing_codes check (num_nulls(pin, otp) in (0, 2));
grant update (otp_sent, otp_sent_at, wrong, fault) on signatures.remote_signing to krom_app;
create index remote_signing_wrong on signatures.remote_signing (person_id, asked_at) where wrong > 0;
