// A passphrase can be looked at while it is typed: a button after each field shows and hides it.
for (const field of document.querySelectorAll('input[type="password"]')) {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'btn btn-sm passphrase-show';
    button.setAttribute('aria-controls', field.id);
    const label = document.querySelector(`label[for="${field.id}"]`)?.textContent ?? 'passphrase';
    const say = () => {
        const isShown = field.type === 'text';
        button.textContent = isShown ? 'Hide' : 'Show';
        button.setAttribute('aria-label', `${isShown ? 'Hide' : 'Show'}: ${label}`);
    };
    button.addEventListener('click', () => {
        field.type = field.type === 'text' ? 'password' : 'text';
        say();
    });
    // Sent as what it is, so that the browser does not keep it among the things once typed.
    field.form?.addEventListener('submit', () => { field.type = 'password'; });
    say();
    field.after(button);
}
