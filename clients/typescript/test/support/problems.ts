import assert from 'node:assert/strict';
import { LiteBooksProblem, type ProblemCode } from 'litebooks-client';

/** The problem that a call ends with, which must have this code. */
export async function problemOf(call: Promise<unknown>, code: ProblemCode): Promise<LiteBooksProblem> {
    const outcome = await call.then(() => 'it succeeded', (error: unknown) => error);
    assert.ok(outcome instanceof LiteBooksProblem, `expected a problem, but: ${outcome}`);
    assert.equal(outcome.code, code);
    return outcome;
}
