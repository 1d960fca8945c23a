/** What is written down of a person. */
export interface PersonInput {
  readonly title: string;
  readonly given: string;
  readonly family: string;
  readonly givenEn: string;
  readonly familyEn: string;
  readonly email: string | null;
  readonly phone: string | null;
}

/** A person who is or was here. */
export interface Person extends PersonInput {
  readonly id: number;
  readonly leftOn: string | null;
  readonly leftReason: string | null;
}
