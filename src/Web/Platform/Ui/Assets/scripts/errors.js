// A link in the list of errors leads to its field. The address stays as it is: a #part in it would hide the notice on the next page.
document.addEventListener('click', (event) => {
    const link = event.target.closest('.error-summary a');
    const field = link && document.getElementById(link.hash.slice(1));
    if (!field) return;
    event.preventDefault();
    field.closest('.form-row')?.scrollIntoView();
    field.focus({ preventScroll: true });
});
