// <p hidden data-copies="the-field"><button type="button">Copy</button><span role="status"></span></p>: shown where copying works.
for (const place of document.querySelectorAll('[data-copies]')) {
    if (!navigator.clipboard) continue;
    place.hidden = false;
    place.querySelector('button').addEventListener('click', async () => {
        const field = document.getElementById(place.dataset.copies);
        field.select();
        await navigator.clipboard.writeText(field.value);
        place.querySelector('[role=status]').textContent = 'Copied';
    });
}
