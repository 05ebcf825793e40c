// The switch is a form that works by itself; with a script the page need not be loaded again.
document.addEventListener('submit', async (event) => {
    const form = event.target;
    if (!form.matches('.theme-switch')) return;
    event.preventDefault();
    const chosen = event.submitter.value;
    document.documentElement.dataset.bsTheme = chosen;
    for (const button of form.querySelectorAll('button')) button.setAttribute('aria-pressed', String(button === event.submitter));
    try {
        const body = new URLSearchParams(new FormData(form));
        body.set('theme', chosen);
        await fetch(form.action, { method: 'POST', body, redirect: 'manual' });
    } catch {
        // Not kept for the next page; the page at hand shows what was asked for.
    }
});
