/**
 * All that a page can reach: one way to ask, one way to hear that something changed. Both are frozen by the bridge; nothing of
 * Electron or of Node comes through.
 */
import { contextBridge, ipcRenderer } from 'electron';

contextBridge.exposeInMainWorld('countersign', {
  ask: (name: string, fields: unknown) => ipcRenderer.invoke('ask', name, fields),
  onChanged: (listener: () => void) => {
    const hear = () => listener();
    ipcRenderer.on('changed', hear);
    return () => {
      ipcRenderer.off('changed', hear);
    };
  },
});
