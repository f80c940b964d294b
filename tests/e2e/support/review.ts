/** What any page may ask for, of whatever site it is. */
export const OPEN_TO_ALL = {
  body: 'Here you are.',
  headers: { 'Access-Control-Allow-Origin': '*' },
};

/** A sentence of the review page. */
export const PASSAGE = 'I called nineteen patients who had missed a visit';

/** Another one, in its editor. */
export const EDITED = 'and nobody has had to reopen it since';

/** A page as people read it, with an editor in it, for passages to be tagged. */
export const REVIEW_PAGE = `<!doctype html><html lang="en"><title>Self-review 2026</title>
<meta name="viewport" content="width=device-width">
<main>
  <h1>Self-review</h1>
  <p id="read">Before we built anything <b>I called <i>nineteen</i> patients</b> who had missed a
    visit, and what they told me changed what we built first.</p>
  <div id="editor" contenteditable="true"><p>I explained the choice to every stakeholder, with what
    would make me change my mind, and nobody has had to reopen it since.</p></div>
  <p id="other">We merged the two roadmaps into one that her team led and mine tested.</p>
</main></html>`;
