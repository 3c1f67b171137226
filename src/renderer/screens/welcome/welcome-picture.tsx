/** A lectern with a page rising to a slide: the one picture of an empty window, in the accent. */
export function WelcomePicture() {
  return (
    <svg width="112" height="84" viewBox="0 0 112 84" fill="none" stroke="var(--mantine-primary-color-filled)" strokeWidth="2" strokeLinejoin="round" strokeLinecap="round" aria-hidden>
      <path d="M60 6h46v30H60z" fill="var(--chosen)" />
      <path d="M67 15h20M67 22h32M67 28h26" />
      <path d="M10 34l40-8 6 12-44 9z" fill="var(--chosen)" />
      <path d="M18 37l26-5M20 41l26-5" />
      <path d="M22 47l8 31h12l4-36" />
      <path d="M20 78h34" />
    </svg>
  )
}
