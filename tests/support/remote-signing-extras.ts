import type { TestApp } from './app.ts';

/**
 * A signer's way to a provider of remote signatures that is under way, with what it stands on: for the test that drops
 * the first wall. Hashes and certificate are invented, as nobody reads them.
 */
export async function layRemoteSigning(house: TestApp): Promise<void> {
  await house.db.owner.query(`
    with person as (select p.id, p.title || p.given || ' ' || p.family as name from organisation.account a join organisation.person p on p.id = a.person_id where a.login = 'head.kpr'),
    unit as (select unit_id as id from organisation.unit_abbreviation where text = 'กพร.' and kind = 'preferred'),
    certificate as (
      insert into signatures.certificate (person_id, kind, credential_id, state, requested_name, requested_by, requested_by_name, requested_at)
      select id, 'remote', 'cred-1', 'requested', name, id, name, now() from person returning id),
    request as (
      insert into signatures.request (subject_type, subject_id, href, title, file_name, owner_unit_id, readers, restricted, requested_by, requested_by_name, requested_at)
      select 'platform.file', 987654321, '/signing', 'สัญญาสำหรับการทดสอบ', 'สัญญา.pdf', unit.id, array[person.id], false, person.id, person.name, now() from person, unit returning id),
    part as (
      insert into signatures.part (request_id, step, ordinal, kind, person_id, label, state, opened_at)
      select request.id, 1, 1, 'sign', person.id, person.name, 'open', now() from request, person returning id, request_id),
    file as (
      insert into signatures.file_version (request_id, n, hash, size, kind, made_at) select id, 0, repeat('a', 64), 1, 'unsigned', now() from request),
    event as (
      insert into signatures.event (request_id, kind, by_person, by_name, at) select request.id, 'opened', person.id, person.name, now() from request, person)
    insert into signatures.remote_signing (request_id, part_id, person_id, person_name, certificate_id, credential_id, file_n, prepared_hash, asked_at)
    select part.request_id, part.id, person.id, person.name, certificate.id, 'cred-1', 0, repeat('b', 64), now() from part, person, certificate`);
}
