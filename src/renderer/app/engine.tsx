import type { ContractRouterClient } from '@orpc/contract'
import { createContext, useContext, type ReactNode } from 'react'
import type { Contract } from '../../shared/contract'

/** The typed client of the process that owns the library. Every call of the contract, nothing else. */
export type Engine = ContractRouterClient<Contract>

const EngineContext = createContext<Engine | null>(null)

export function EngineProvider({ engine, children }: { engine: Engine; children: ReactNode }) {
  return <EngineContext value={engine}>{children}</EngineContext>
}

/** @throws Error outside an {@link EngineProvider}: a defect of ours */
export function useEngine(): Engine {
  const engine = useContext(EngineContext)
  if (!engine) throw new Error('useEngine needs an EngineProvider above it')
  return engine
}
