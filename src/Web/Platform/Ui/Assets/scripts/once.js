// A second press of a slow button sends nothing twice. After a while, or back on the page, the form can be sent again.
document.addEventListener('submit', (event) => {
    const form = event.target;
    if (event.defaultPrevented || form.method !== 'post') return;
    if (form.dataset.sent) {
        event.preventDefault();
        return;
    }
    form.dataset.sent = 'true';
    setTimeout(() => delete form.dataset.sent, 5000);
});

addEventListener('pageshow', () => {
    for (const form of document.querySelectorAll('form[data-sent]')) delete form.dataset.sent;
});
