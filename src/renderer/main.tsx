import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './app/app'
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
  show(false)
} catch (error) {
  console.error(error)
  root.render(<Unreachable />)
}
