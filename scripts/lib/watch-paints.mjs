// Runs in the page before anything of its own. Plain JavaScript, since the runner of scripts adds calls of its own to typed functions, which no page knows.
{
  const seen = { shift: 0, blocking: 0, watching: false };
  window.seen = seen;
  const watch = (type, add) =>
    new PerformanceObserver((list) => list.getEntries().forEach(add)).observe({ type, buffered: true });
  watch('layout-shift', ({ value, hadRecentInput }) => {
    if (!hadRecentInput) seen.shift += value;
  });
  watch('longtask', ({ duration }) => {
    seen.blocking += Math.max(0, duration - 50);
  });
  seen.watching = true;
}
