/** Messages by which an Electron window gets its port: window → preload → main, and back with the port. They carry nothing else. */
export const CONNECT_MESSAGE = 'lectern:connect'
export const PORT_MESSAGE = 'lectern:port'
