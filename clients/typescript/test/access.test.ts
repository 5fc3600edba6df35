import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { LiteBooks } from 'litebooks-client';
import { newBook } from './support/books.js';
import { problemOf } from './support/problems.js';
import { admin, claimed, startServer, type Server } from './support/server.js';

describe('Access', () => {
    let server: Server;

    before(async () => {
        server = await startServer(claimed);
    });
    after(() => server.stop());

    const client = (token?: ConstructorParameters<typeof LiteBooks>[0]['token']): LiteBooks => new LiteBooks({ baseUrl: server.url, token });

    async function signedIn(): Promise<LiteBooks> {
        const ada = client();
        await ada.login(admin);
        return ada;
    }

    it('is by signing in, until one signs out', async () => {
        const ada = client();
        await problemOf(ada.books.create(newBook()), 'unauthenticated');
        const answer = await ada.login(admin);
        assert.equal(answer.token_type, 'bearer');
        assert.ok(answer.expires_in > 0);
        assert.equal((await ada.me()).username, 'ada');
        await ada.books.delete((await ada.books.create(newBook())).id);
        ada.logout();
        await problemOf(ada.me(), 'unauthenticated');
    });

    it('is refused with a wrong password', async () => {
        assert.equal((await problemOf(client().login({ username: 'ada', password: 'wrong' }), 'invalid_credentials')).status, 401);
    });

    it('depends on the role', async () => {
        const ada = await signedIn();
        const password = 'nanoseconds';
        await ada.users.create({ username: 'grace', email: 'grace@example.org', full_name: 'Grace Hopper', role: 'viewer', password });
        const grace = client();
        await grace.login({ username: 'grace', password });
        const problem = await problemOf(grace.books.create(newBook()), 'forbidden');
        assert.equal(problem.status, 403);
        await problemOf(grace.users.list(), 'forbidden');
        assert.equal((await grace.reviews.create(4, { rating: 5 })).status, 'pending');
    });

    it('is by a token, or by a function that gives it', async () => {
        const { access_token } = await client().login(admin);
        assert.equal((await client(access_token).me()).username, 'ada');
        assert.equal((await client(() => access_token).me()).username, 'ada');
        assert.equal((await client(async () => access_token).me()).username, 'ada');
        assert.equal((await client(() => undefined).books.get(1)).id, 1);
    });

    it('is asked for again, once, where a token is refused', async () => {
        const { access_token } = await client().login(admin);
        const asked: (string | undefined)[] = [];
        const renewing = client(refused => {
            asked.push(refused);
            return refused ? access_token : 'expired';
        });
        assert.equal((await renewing.me()).username, 'ada');
        assert.deepEqual(asked, [undefined, 'expired']);
        await problemOf(client('expired').me(), 'invalid_token');
        await problemOf(client(() => 'expired').me(), 'invalid_token');
    });

    it('is asked for once by calls at the same time', async () => {
        const asked: (string | undefined)[] = [];
        const renewing = client(async refused => {
            asked.push(refused);
            return refused ? (await client().login(admin)).access_token : 'expired';
        });
        await Promise.all([renewing.me(), renewing.books.get(1), renewing.users.list()]);
        assert.deepEqual(asked, [undefined, 'expired']);
        const failing = client(() => { throw new Error('the vault is shut'); });
        await assert.rejects(failing.me(), { message: 'the vault is shut' });
        await assert.rejects(failing.me(), { message: 'the vault is shut' });
    });

    it('ends with the password', async () => {
        const ada = await signedIn();
        await ada.users.create({ username: 'alan', email: 'alan@example.org', full_name: 'Alan Turing', password: 'first password' });
        const alan = client();
        await alan.login({ username: 'alan', password: 'first password' });
        await alan.changePassword({ current_password: 'first password', new_password: 'second password' });
        await problemOf(alan.me(), 'invalid_token');
        await alan.login({ username: 'alan', password: 'second password' });
        assert.equal((await alan.me()).full_name, 'Alan Turing');
    });
});
