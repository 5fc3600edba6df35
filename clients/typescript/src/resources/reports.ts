import { answerOf } from '../answers.js';
import { operations, type AcceptedReport, type CreateReport, type ListReportsQuery, type Report, type ReportPage, type ReportSummary } from '../generated/api.js';
import { byNumber, type Unpaged } from '../lists.js';
import type { CallOptions, CreateOptions, WriteOptions } from '../options.js';
import { wait } from '../retries.js';
import type { Transport } from '../transport.js';

/** Figures that take a while; for editors. */
export class Reports {
    readonly #transport: Transport;

    constructor(transport: Transport) {
        this.#transport = transport;
    }

    /** Asks for a report: `inventory`, `sales` or `popular`. It is made in the background. */
    create(report: CreateReport, options?: CreateOptions): Promise<AcceptedReport> {
        return this.#transport.send(operations.createReport, { body: report }, options);
    }

    /** Waits until a report is completed or has failed, and gives it. End the waiting with a signal. */
    async finished(id: number, options?: CallOptions): Promise<Report> {
        for (;;) {
            const report = await this.get(id, options);
            if (report.status === 'completed' || report.status === 'failed')
                return report;
            await wait(Number(answerOf(report)?.headers.get('Retry-After') ?? 1) * 1000, options?.signal);
        }
    }

    /** A report, with its figures once it is completed. */
    get(id: number, options?: CallOptions): Promise<Report> {
        return this.#transport.send(operations.getReport, { path: { id } }, options);
    }

    /** The figures of a completed report as CSV. */
    getCsv(id: number, options?: CallOptions): Promise<string> {
        return this.#transport.sendForText(operations.getReport, { path: { id } }, 'text/csv', options);
    }

    /** One page of all reports, without their figures; for admins. */
    list(query: ListReportsQuery = {}, options?: CallOptions): Promise<ReportPage> {
        return this.#transport.send(operations.listReports, { query }, options);
    }

    /** Every report that matches, page after page as you go; for admins. */
    all(query: Unpaged<ListReportsQuery> = {}, options?: CallOptions): AsyncGenerator<ReportSummary, void, undefined> {
        return byNumber(paging => this.list({ ...query, ...paging }, options), options?.signal);
    }

    /** Deletes a report, however far it has come; for admins. */
    delete(id: number, options?: WriteOptions): Promise<void> {
        return this.#transport.send(operations.deleteReport, { path: { id } }, options);
    }
}
