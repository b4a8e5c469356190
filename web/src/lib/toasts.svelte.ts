export interface Toast { id: number; text: string; action?: { label: string; run: () => void } | undefined; bad?: boolean | undefined }

class Toasts {
  list = $state<Toast[]>([]);
  private next = 1;
  show(text: string, options: { action?: Toast["action"]; bad?: boolean } = {}): void {
    const id = this.next++;
    this.list = [...this.list.slice(-2), { id, text, ...options }];
    setTimeout(() => this.drop(id), options.action ? 8000 : 3500);
  }
  drop(id: number): void {
    this.list = this.list.filter((toast) => toast.id !== id);
  }
}
export const toasts = new Toasts();
