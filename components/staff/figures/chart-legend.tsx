/** What the bars in front and the paler ones behind them are. */
export function ChartLegend({ front, back }: { front: string; back: string }) {
  return (
    <ul className="flex flex-wrap gap-x-5 gap-y-1 text-sm text-muted">
      <li className="flex items-center gap-2">
        <span aria-hidden className="size-3 rounded-sm bg-accent" />
        {front}
      </li>
      <li className="flex items-center gap-2">
        <span aria-hidden className="size-3 rounded-sm bg-line-strong" />
        {back}
      </li>
    </ul>
  );
}
