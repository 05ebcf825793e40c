// What somebody has typed into a form and the server does not have yet, on this device alone.
const name = (key) => `guildhall-typed-${key}`;

export const fieldsOf = (form) => [...new FormData(form)]
    .filter(([field, value]) => field !== '__RequestVerificationToken' && !field.endsWith('Version') && typeof value === 'string')
    .map(([field, value]) => [field, value.replaceAll('\r\n', '\n')]);

export const isSame = (one, other) => JSON.stringify(one) === JSON.stringify(other);

/** Whether anything stands in it that did not come with the page. */
export const isTouched = (form) => [...form.elements].some((field) =>
    field.type === 'checkbox' || field.type === 'radio' ? field.checked !== field.defaultChecked
    : field.type?.startsWith('text') || field.type === 'number' ? field.value !== field.defaultValue : false);

// A browser may refuse to keep anything; then there is only the page.
export function keep(key, version, fields) {
    const at = new Date().toLocaleString('en-GB', { day: 'numeric', month: 'long', hour: 'numeric', minute: '2-digit' });
    try {
        localStorage.setItem(name(key), JSON.stringify({ version, fields, at }));
    } catch { /* nothing is kept */ }
}

export function kept(key) {
    try {
        return JSON.parse(localStorage.getItem(name(key)));
    } catch {
        return null;
    }
}

export function drop(key) {
    try {
        localStorage.removeItem(name(key));
    } catch { /* nothing was kept */ }
}

export function fill(form, fields) {
    for (const field of form.elements) {
        const values = fields.filter(([of]) => of === field.name).map(([, value]) => value);
        if (!field.name || field.type === 'hidden' || field.type === 'submit' || field.type === 'button') continue;
        if (field.type === 'checkbox' || field.type === 'radio') field.checked = values.includes(field.value);
        else field.value = values[0] ?? '';
    }
    form.dispatchEvent(new Event('change', { bubbles: true }));
}
