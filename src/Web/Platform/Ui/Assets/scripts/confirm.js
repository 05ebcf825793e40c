// A button with data-confirm="What will happen." asks before its form is sent. What cannot be undone asks on a page of its own instead.
document.addEventListener('submit', (event) => {
    const question = event.submitter?.dataset.confirm;
    if (question && !window.confirm(question)) event.preventDefault();
}, true);
