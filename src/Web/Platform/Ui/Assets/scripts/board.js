// Lets sessions be dragged over the board with a mouse or pen. The button “Move” of each does the same, and by touch or key that is the way.

const board = document.querySelector('[data-board="true"]');
const form = document.getElementById('move');

if (board && form) {
    let card = null;
    const placeOf = (event) => card && event.target.closest('.board-place');

    for (const one of document.querySelectorAll('.session-card')) {
        one.draggable = true;
        // A link within would otherwise be dragged in its stead.
        for (const link of one.querySelectorAll('a')) link.draggable = false;
        one.addEventListener('dragstart', (event) => {
            card = one;
            one.classList.add('is-moving');
            event.dataTransfer.effectAllowed = 'move';
            event.dataTransfer.setData('text/plain', one.textContent.trim());
        });
        one.addEventListener('dragend', () => {
            one.classList.remove('is-moving');
            card = null;
            mark(null);
        });
    }

    const mark = (place) => {
        for (const marked of board.querySelectorAll('.is-over')) marked.classList.remove('is-over');
        place?.classList.add('is-over');
    };

    board.addEventListener('dragover', (event) => {
        const place = placeOf(event);
        mark(place);
        if (place) event.preventDefault();
    });

    board.addEventListener('drop', (event) => {
        const place = placeOf(event);
        if (!place || place.contains(card)) return;
        event.preventDefault();
        for (const name of ['session', 'version', 'workshop']) form.elements[name].value = card.dataset[name];
        for (const name of ['slot', 'room']) form.elements[name].value = place.dataset[name];
        form.requestSubmit();
    });
}
