import type { StartWords } from '@/lib/brand/choices/start-parts';

const steps = ['talk', 'triage', 'release', 'drop'] as const;

/** The four turns of the loop, in the order in which a fan meets them. */
export function Loop({ words }: { words: StartWords }) {
  return (
    <section aria-labelledby="loop" className="far page mt-16">
      <h2 id="loop" className="text-heading wrap-anywhere">
        {words.loopTitle}
      </h2>
      <ol className="mt-6 grid gap-x-8 gap-y-6 sm:grid-cols-2 lg:grid-cols-4">
        {steps.map((step, at) => (
          <li key={step} className="border-t-2 border-accent pt-4">
            <p className="numerals text-sm font-semibold text-accent-ink">{at + 1}</p>
            <h3 className="mt-1 text-subheading wrap-anywhere">{words[step]}</h3>
            <p className="mt-1 wrap-anywhere text-muted">{words[`${step}Body`]}</p>
          </li>
        ))}
      </ol>
    </section>
  );
}
