import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './app/app'
import { failureOf } from './app/failure'
import { Opening } from './app/opening'
import { Unreachable } from './app/unreachable'
import { connect } from './bridge'

const place = document.getElementById('root')
if (!place) throw new Error('index.html has no #root')
const root = createRoot(place)

try {
  const engine = await connect(() => show(true))
  const show = (ended: boolean) =>
    root.render(
      <StrictMode>
        <App engine={engine} ended={ended} />
      </StrictMode>,
    )
  try {
    for await (const step of await engine.opening.steps()) root.render(<Opening step={step} />)
    show(false)
  } catch (error) {
    root.render(<Unreachable failure={failureOf(error)} />)
  }
} catch (error) {
  console.error(error)
  root.render(<Unreachable />)
}
