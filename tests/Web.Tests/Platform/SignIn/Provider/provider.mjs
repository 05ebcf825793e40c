// A real OpenID Connect provider on a free port. Whoever comes is signed in without a question as the person that /next names.
// Usage: node provider.mjs REDIRECT-ADDRESS [id-token]      with "id-token", the address stands in the identity token itself
import { createServer } from 'node:http';
import Provider from 'oidc-provider';

const [redirect, where] = process.argv.slice(2);
let next = {};
let provider;
const people = new Map();

const server = createServer(async (request, response) => {
    const url = new URL(request.url, 'http://127.0.0.1');
    if (url.pathname === '/next') {
        next = Object.fromEntries(url.searchParams);
        people.set(next.sub, { sub: next.sub, email: next.email, email_verified: next.verified === 'true' });
        response.end();
    } else if (url.pathname.startsWith('/interaction/')) {
        await provider.interactionFinished(request, response, next.refuses ? { error: 'access_denied' } : { login: { accountId: next.sub } });
    } else {
        provider.callback()(request, response);
    }
});

server.listen(0, '127.0.0.1', () => {
    const issuer = `http://127.0.0.1:${server.address().port}`;
    provider = new Provider(issuer, {
        clients: [{
            client_id: 'guildhall',
            client_secret: 'a secret between the two of them',
            redirect_uris: [redirect],
            token_endpoint_auth_method: 'client_secret_post',
        }],
        claims: { openid: ['sub'], email: ['email', 'email_verified'] },
        conformIdTokenClaims: where !== 'id-token',
        pkce: { methods: ['S256'], required: () => true },
        features: { devInteractions: { enabled: false } },
        interactions: { url: (_, interaction) => `/interaction/${interaction.uid}` },
        findAccount: (_, sub) => ({ accountId: sub, claims: () => people.get(sub) }),
        async loadExistingGrant({ oidc }) {
            const grant = new oidc.provider.Grant({ clientId: oidc.client.clientId, accountId: oidc.session.accountId });
            grant.addOIDCScope('openid email');
            await grant.save();
            return grant;
        },
        cookies: { keys: ['of a test'] },
    });
    console.log(issuer);
});
