// <form data-autosave="offer-1"> saves itself: soon after the last key, when a field is left, and when the page goes out of sight. What has
// not been saved is kept on this device until it is. The form's own address takes it, with the header X-Autosave, and answers in JSON:
// 200 { version, words }, 409 for one that was saved by somebody else meanwhile, 422 { words } for what cannot be saved.
import { drop, fieldsOf, fill, isSame, isTouched, keep, kept } from './autosave-kept.js';

const soon = 2000;
// Razor writes a data attribute that is to be left out as an empty one.
const form = document.querySelector('form[data-autosave]:not([data-autosave=""])');
// Where the server shows what was kept, it need not be kept any more.
for (const settled of document.querySelectorAll('[data-autosave-settled]')) drop(settled.dataset.autosaveSettled);
if (form) start();

function start() {
    const key = form.dataset.autosave;
    const says = form.querySelector('.autosave-state');
    const out = form.querySelector('.autosave-out');
    const old = form.querySelector('.autosave-kept');
    const version = form.querySelector('input[name$="Version"]');
    // A form that came back with errors holds what is not saved.
    let [dirty, wrong, underWay, timer, attempts] = [form.dataset.unsaved === 'true', false, null, 0, 0];
    let addition = '';

    function say(words) {
        out.hidden = true;
        says.hidden = false;
        says.textContent = words;
    }

    function wait(milliseconds) {
        clearTimeout(timer);
        timer = setTimeout(send, milliseconds);
    }

    function remember() {
        if (old.hidden) keep(key, version.value, fieldsOf(form));
    }

    function send() {
        clearTimeout(timer);
        underWay ??= sendAll().finally(() => { underWay = null; });
        return underWay;
    }

    async function sendAll() {
        while (dirty) {
            dirty = wrong = false;
            let answer = await post();
            // The form's token has run out, or belongs to an earlier visit: the page has a new one.
            if (answer?.status === 400 && await renewToken()) answer = await post();
            if (answer?.status !== 200) {
                dirty = true;
                return fail(answer);
            }
            const { version: now, words } = await answer.json();
            attempts = 0;
            version.value = now;
            if (dirty) remember();
            else {
                if (old.hidden) drop(key);
                say(words + addition);
                addition = '';
            }
        }
    }

    /** The answer; null if there was none, or one that may be different next time. */
    async function post() {
        try {
            const answer = await fetch(location.pathname, {
                method: 'POST', body: new URLSearchParams(new FormData(form)), headers: { 'X-Autosave': '1' }, redirect: 'manual', keepalive: true,
            });
            return answer.status >= 500 || answer.status === 429 ? null : answer;
        } catch {
            return null;
        }
    }

    async function renewToken() {
        try {
            const page = new DOMParser().parseFromString(await (await fetch(location.pathname, { redirect: 'error' })).text(), 'text/html');
            const token = page.querySelector('form[data-autosave] input[name=__RequestVerificationToken]');
            if (token) form.elements.__RequestVerificationToken.value = token.value;
            return token !== null;
        } catch {
            return false;
        }
    }

    async function fail(answer) {
        if (!answer) {
            say('Not saved yet: no connection. What you type is kept on this device and saved as soon as there is one.');
            return wait(Math.min(30000, soon * 2 ** attempts++));
        }
        // The server shows both.
        if (answer.status === 409) return form.submit();
        if (answer.status === 422) {
            wrong = true;
            return say(`Not saved. ${(await answer.json()).words}.`);
        }
        if (answer.type === 'opaqueredirect' || answer.status === 400) {
            says.hidden = true;
            out.hidden = false;
        } else {
            say('Not saved: you can no longer change this. What you typed is kept on this device.');
        }
    }

    form.addEventListener('input', () => {
        dirty = true;
        remember();
        wait(soon);
    });
    form.addEventListener('focusout', () => { if (dirty && !wrong) wait(100); });
    for (const [where, event] of [[document, 'visibilitychange'], [window, 'focus'], [window, 'online']])
        where.addEventListener(event, () => { if (dirty && !wrong) send(); });

    // A button's own sending waits for this one, or the two would quarrel; and it is not sent into the void when nobody is signed in any more.
    form.addEventListener('submit', async (event) => {
        if (!dirty && !underWay) return;
        event.preventDefault();
        await send();
        if (wrong) form.submit();
        else if (dirty) form.querySelector('.autosave-words').scrollIntoView({ block: 'nearest' });
        else form.requestSubmit(event.submitter);
    });

    // What an earlier visit could not save any more.
    const before = kept(key);
    if (before && !dirty) {
        if (isSame(before.fields, fieldsOf(form))) drop(key);
        else if (before.version === version.value) {
            fill(form, before.fields);
            dirty = true;
            addition = ', with what you had typed here before';
            send();
        } else {
            old.hidden = false;
            old.querySelector('.autosave-when').textContent = `on ${before.at}`;
        }
    }
    // What was typed before this script ran.
    if (!dirty && old.hidden && isTouched(form)) {
        dirty = true;
        remember();
        wait(soon);
    }
    old.addEventListener('click', (event) => {
        const choice = event.target.closest('[data-kept]')?.dataset.kept;
        if (choice === 'drop') {
            drop(key);
            old.hidden = true;
        }
        if (choice === 'take') {
            fill(form, before.fields);
            version.value = before.version;
            form.submit();
        }
    });
    // A page that comes back from the browser's memory may show an older version than is saved.
    addEventListener('pageshow', (event) => { if (event.persisted) location.reload(); });
}
