type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

/** What was typed into a field before React had taken it over, and where its name stood among the fields of that name. */
type Kept = {
  field: Field;
  name: string;
  place: number;
  /** On which page, and beside which others of its name: none of these takes its place. */
  page: string;
  beside: HTMLElement[];
  /** What was typed or ticked; missing where the field was only entered. */
  typed?: { value: string; checked: boolean };
  ready: number;
  gone: number;
};

/**
 * Keeps what is typed, chosen or ticked while a page's scripts are still on their way, and tells React once it listens.
 * It runs in the page's head as its own text, so that nothing outside of this function can be used in it. Without it React
 * 19 loses such words in three ways: it writes a textarea's first words over them when it takes the field over
 * (`initTextarea`), it hears no change from before, so that counters, drafts and controlled fields do not know of it, and
 * it draws a part of the page anew, fields and all, when an update reaches the part before it has been taken over.
 */
export function keepEarlyWords(): void {
  const every = 50;
  const untilLost = 200;
  const kept: Kept[] = [];
  let timer: ReturnType<typeof setInterval> | undefined;
  let last: Field | undefined;
  let composing: EventTarget | null = null;

  const isField = (target: EventTarget | null): target is Field =>
    target instanceof HTMLTextAreaElement ||
    target instanceof HTMLSelectElement ||
    (target instanceof HTMLInputElement && !/^(?:file|hidden|submit|button|image|reset)$/.test(target.type));
  const taken = (field: Field) => Object.keys(field).some((key) => key.startsWith('__reactProps'));
  const ticks = (field: Field): field is HTMLInputElement =>
    field instanceof HTMLInputElement && (field.type === 'checkbox' || field.type === 'radio');

  /** Until React has begun with it, a textarea in use refuses first words: writing them moves the caret and takes what is there. */
  const shield = (field: Field) => {
    if (!(field instanceof HTMLTextAreaElement) || Object.hasOwn(field, 'defaultValue')) return;
    const first = field.defaultValue;
    Object.defineProperty(field, 'defaultValue', { configurable: true, get: () => first, set: () => undefined });
    Object.defineProperty(field, 'textContent', { configurable: true, get: () => '' });
  };
  const unshield = (field: Field) => {
    if (!(field instanceof HTMLTextAreaElement)) return;
    Reflect.deleteProperty(field, 'defaultValue');
    Reflect.deleteProperty(field, 'textContent');
  };

  // First by the field's own setter, which is React's and by which it remembers what it saw last.
  const write = (field: Field, { value, checked }: NonNullable<Kept['typed']>) => {
    if (ticks(field)) {
      field.checked = !checked;
      field.click();
      return;
    }
    const prototype = Object.getPrototypeOf(field) as object;
    const caret = field instanceof HTMLSelectElement ? null : [field.selectionStart, field.selectionEnd];
    field.value = value === '' ? ' ' : '';
    Object.getOwnPropertyDescriptor(prototype, 'value')?.set?.call(field, value);
    if (caret?.[0] != null && !(field instanceof HTMLSelectElement))
      field.setSelectionRange(caret[0], caret[1] ?? caret[0]);
    field.dispatchEvent(new Event('input', { bubbles: true }));
    field.dispatchEvent(new Event('change', { bubbles: true }));
  };

  // What was drawn in the place of a field that is gone, on the same page and of the same kind; a password is never put elsewhere.
  const placeOf = ({ field, name, place, page, beside }: Kept): Field | undefined => {
    if (field.isConnected) return field;
    const now = page === location.pathname ? document.getElementsByName(name)[place] : undefined;
    if (!now || !isField(now) || now.type !== field.type || beside.includes(now)) return undefined;
    return ticks(now) && now.value !== field.value ? undefined : now;
  };

  const look = () => {
    for (const one of [...kept]) {
      const now = placeOf(one);
      const end = () => kept.splice(kept.indexOf(one), 1);
      if (!now) {
        if (++one.gone > untilLost) end();
        continue;
      }
      // React marks a field while it draws, and listens when it is done.
      one.ready = taken(now) ? one.ready + 1 : 0;
      // What an input method is still composing would be broken off by writing.
      if (one.ready < 3 || composing === now) continue;
      end();
      unshield(now);
      const drawnAnew = now !== one.field;
      // Whoever has gone on typing in the meantime is right.
      if (drawnAnew && !ticks(now) && !(now instanceof HTMLSelectElement) && now.value !== now.defaultValue) continue;
      if (drawnAnew && last === one.field && document.activeElement === document.body) now.focus();
      if (one.typed) write(now, one.typed);
    }
    if (kept.length > 0 || timer === undefined) return;
    clearInterval(timer);
    timer = undefined;
  };

  const keep = (field: Field): Kept | undefined => {
    const known = kept.find((each) => each.field === field);
    if (known || taken(field) || kept.length >= 100) return known;
    const beside = [...document.getElementsByName(field.name)];
    const page = location.pathname;
    const one = { field, name: field.name, place: beside.indexOf(field), page, beside, ready: 0, gone: 0 };
    kept.push(one);
    timer ??= setInterval(look, every);
    return one;
  };

  for (const kind of ['compositionstart', 'compositionend'])
    document.addEventListener(
      kind,
      ({ type, target }) => (composing = type === 'compositionstart' ? target : null),
      true,
    );
  document.addEventListener(
    'focusin',
    ({ target }) => {
      if (!isField(target)) return;
      last = target;
      if (keep(target)) shield(target);
    },
    true,
  );
  document.addEventListener(
    'input',
    ({ target, isTrusted }) => {
      if (!isTrusted || !isField(target)) return;
      const one = keep(target);
      // Of radio buttons only the last choice counts, in whatever order they were first chosen.
      for (const each of target.type === 'radio' ? kept : [])
        if (each.name === target.name && each.field.form === target.form) delete each.typed;
      if (one) one.typed = { value: target.value, checked: ticks(target) && target.checked };
    },
    true,
  );
}
