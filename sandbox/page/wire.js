// Speaks with the sandbox: listens to what changes, sends what was done. It draws nothing.

/** Call `on[kind](body)` for each change; the browser connects again by itself and begins with a new picture. */
export function listen(on) {
  const source = new EventSource("/events");
  for (const kind of Object.keys(on)) {
    if (kind !== "lost") source.addEventListener(kind, (event) => on[kind](JSON.parse(event.data)));
  }
  source.addEventListener("error", () => on.lost());
}

/** Do one thing; what cannot be done is said in a sentence. */
export async function act(order) {
  try {
    const answer = await fetch("/act", {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(order),
    });
    if (answer.ok) return true;
    const body = await answer.json().catch(() => ({}));
    tellProblem(body.problem ?? "That did not work. Reload the page.");
  } catch {
    tellProblem("The sandbox does not answer. Is it still running in the terminal?");
  }
  return false;
}

let fading;

/** Show a sentence at the foot of the page for a while. */
export function tellProblem(sentence) {
  const place = document.getElementById("problem");
  place.textContent = sentence;
  place.hidden = false;
  clearTimeout(fading);
  fading = setTimeout(() => { place.hidden = true; }, 6000);
}
