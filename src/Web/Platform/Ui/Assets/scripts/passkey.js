// <form data-passkey="get" or "create" data-passkey-options="/where"> asks the device for a passkey and sends its answer in the field "credential".
// It stays hidden where the browser cannot do that; there are other ways to sign in. [data-passkey-words] inside it says what went wrong.
const kinds = {
    get: (options, more) => navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options), ...more }),
    create: (options, more) => navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options), ...more }),
};
const isAble = window.PublicKeyCredential?.parseRequestOptionsFromJSON && window.PublicKeyCredential?.parseCreationOptionsFromJSON;
let waiting = null;

async function ask(form, more = {}) {
    waiting?.abort();
    const asked = waiting = new AbortController();
    const answer = await fetch(form.dataset.passkeyOptions, { method: 'POST', body: new FormData(form) });
    if (!answer.ok) throw new Error(String(answer.status));
    const credential = await kinds[form.dataset.passkey](await answer.json(), { ...more, signal: asked.signal });
    form.elements.credential.value = JSON.stringify(credential);
    form.submit();
}

async function askOnPress(form) {
    const words = form.querySelector('[data-passkey-words]');
    words.textContent = '';
    try {
        await ask(form);
    } catch (fault) {
        words.textContent = fault.name === 'InvalidStateError'
            ? 'This device already has a passkey for you.'
            : 'The device gave no passkey. Press the button to try again, or choose another way.';
    }
}

// The browser offers passkeys in the list under the address field, as it does saved passphrases.
async function askQuietly(form) {
    if (!await PublicKeyCredential.isConditionalMediationAvailable?.()) return;
    try {
        await ask(form, { mediation: 'conditional' });
    } catch {
        // Nobody chose one from the list; the button is still there.
    }
}

if (isAble) {
    document.addEventListener('submit', (event) => {
        if (!event.target.matches('form[data-passkey]')) return;
        event.preventDefault();
        askOnPress(event.target);
    }, true);
    for (const form of document.querySelectorAll('form[data-passkey]')) {
        form.hidden = false;
        if ('passkeyAutofill' in form.dataset) askQuietly(form);
    }
}
