import type { ReactNode } from 'react'
import { render } from 'vitest-browser-react'
import type { Engine } from '../../src/renderer/app/engine'
import { Providers } from '../../src/renderer/app/providers'

/** Renders a screen or a part on everything that it stands on in the window. */
export const renderInWindow = (engine: Engine, screen: ReactNode) => render(<Providers engine={engine}>{screen}</Providers>)
