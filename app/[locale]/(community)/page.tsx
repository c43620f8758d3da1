export default function HomePage() {
  return <h1>Millet</h1>;
}
