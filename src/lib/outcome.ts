/**
 * What came of asking for something: done, with what is known then, or refused for a reason that messages have words for. Who may
 * refuse names its reasons in a type of its own.
 */
export type Outcome<Reason extends string, Done = unknown> =
	({ ok: true } & Done) | { ok: false; reason: Reason };
