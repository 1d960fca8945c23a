// Made by `npm run db:types` from db/migrations. Do not edit.
import type { ColumnType } from "kysely";

export type Generated<T> = T extends ColumnType<infer S, infer I, infer U>
  ? ColumnType<S, I | undefined, U>
  : ColumnType<T, T | undefined, T>;

export type Json = JsonValue;

export type JsonArray = JsonValue[];

export type JsonObject = {
  [x: string]: JsonValue | undefined;
};

export type JsonPrimitive = boolean | number | string | null;

export type JsonValue = JsonArray | JsonObject | JsonPrimitive;

export type Timestamp = ColumnType<Date, Date | string, Date | string>;

export interface PlatformAudit {
  action: string;
  actor_id: number;
  actor_kind: string;
  actor_name: string;
  at: Timestamp;
  authority: Generated<Json>;
  detail: Generated<Json>;
  id: Generated<number>;
  recorded_at: Generated<Timestamp>;
  request_id: string | null;
  subject_id: number | null;
  subject_type: string;
  txid: Generated<string>;
  unit_id: number | null;
}

export interface PlatformFormRescue {
  at: Generated<Timestamp>;
  body: Buffer;
  path: string;
  token_hash: Buffer;
}

export interface PlatformIdempotency {
  action: string;
  actor_id: number;
  answer: Json;
  at: Generated<Timestamp>;
  body_hash: Buffer;
  key: string;
}

export interface PlatformSetting {
  changed_at: Generated<Timestamp>;
  changed_by: Generated<number>;
  name: string;
  value: Json;
}

export interface PlatformTimer {
  cancelled_at: Timestamp | null;
  due_at: Timestamp;
  fired_at: Timestamp | null;
  id: Generated<number>;
  job: string;
  key: string | null;
  payload: Json;
}

export interface DB {
  "platform.audit": PlatformAudit;
  "platform.form_rescue": PlatformFormRescue;
  "platform.idempotency": PlatformIdempotency;
  "platform.setting": PlatformSetting;
  "platform.timer": PlatformTimer;
}
