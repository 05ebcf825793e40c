// <form data-autosave="/where"> saves itself a second after the last key, and says so in .autosave-state. The form's own button saves too.
const waiting = new WeakMap();

async function save(form) {
    const state = form.querySelector('.autosave-state');
    try {
        const answer = await fetch(form.dataset.autosave, { method: 'POST', body: new FormData(form), headers: { 'X-Autosave': '1' } });
        if (!answer.ok) throw new Error(String(answer.status));
        form.dataset.saved = 'true';
        if (state) state.textContent = 'Saved';
    } catch {
        if (state) state.textContent = 'Not saved yet. Press the button to save, or go on: it is tried again after the next change.';
    }
}

document.addEventListener('input', (event) => {
    const form = event.target.closest('form[data-autosave]');
    if (!form) return;
    form.dataset.saved = 'false';
    clearTimeout(waiting.get(form));
    waiting.set(form, setTimeout(() => save(form), 1000));
});

// Leaving within that second loses nothing: the form is sent on the way out.
addEventListener('pagehide', () => {
    for (const form of document.querySelectorAll('form[data-autosave][data-saved="false"]'))
        navigator.sendBeacon(form.dataset.autosave, new FormData(form));
});
