package vn.kiemphieu.job;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.StepInterruptionPolicy;
import org.springframework.batch.core.step.builder.ChunkOrientedStepBuilder;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.core.task.support.TaskExecutorAdapter;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * The job, step by step. Every run begins at the first step, also after one that was broken off: what is in the ledger
 * stays, everything else is worked out anew from it, and scans may have arrived in between.
 */
final class CountingJob {

    /** The name in the job repository; a restart finds the run that died by it. */
    static final String NAME = "count";

    /**
     * How many pages are committed at once. A page takes a tenth of a second, a commit a thousandth: more would only
     * lose more work when the machine is switched off, and make Ctrl-C wait longer.
     */
    private static final int PAGES_A_COMMIT = 4;

    private final JobRepository repository;
    private final PlatformTransactionManager transactions;
    private final ExecutorService threads;
    private final Count count;
    private final StepInterruptionPolicy stop;

    CountingJob(
            JobRepository repository,
            PlatformTransactionManager transactions,
            ExecutorService threads,
            Count count,
            StepInterruptionPolicy stop) {
        this.repository = repository;
        this.transactions = transactions;
        this.threads = threads;
        this.count = count;
        this.stop = stop;
    }

    Job job(int threadCount) {
        return new JobBuilder(NAME, repository)
                .start(step("take-in", count::takeIn))
                .next(together("read", readPages(), threadCount))
                .next(step("rule", count::rule))
                .next(step("tally", count::tally))
                .next(step("write-results", count::write))
                .next(together("draw", drawFlagged(), threadCount))
                .next(step("reconcile", count::reconcile))
                .build();
    }

    /** What each thread does: draw a page, look at it, write down what was seen. */
    private Step readPages() {
        return this.<DeckPage, ReadPage>manyHands("read-pages", count.unread())
                .processor(count::lookAt)
                .writer(chunk -> count.keep(chunk.getItems()))
                .build();
    }

    private Step drawFlagged() {
        return this.<RuledBallot, RuledBallot>manyHands("draw-flagged", count.undrawn())
                .writer(chunk -> count.draw(chunk.getItems()))
                .build();
    }

    private <I, O> ChunkOrientedStepBuilder<I, O> manyHands(String name, Pile<I> pile) {
        return new StepBuilder(name, repository)
                .<I, O>chunk(PAGES_A_COMMIT)
                .reader(pile)
                .transactionManager(transactions)
                .interruptionPolicy(stop);
    }

    /** The same step on all threads at once. */
    private Step together(String name, Step step, int threadCount) {
        return new StepBuilder(name, repository)
                .partitioner(step.getName(), CountingJob::onePartitionAThread)
                .step(step)
                .gridSize(threadCount)
                .taskExecutor(new TaskExecutorAdapter(threads))
                .build();
    }

    /** The partitions hold nothing: every thread draws from the same pile. */
    private static Map<String, ExecutionContext> onePartitionAThread(int threads) {
        Map<String, ExecutionContext> partitions = new HashMap<>();
        for (int i = 1; i <= threads; i++) {
            partitions.put("thread-" + i, new ExecutionContext());
        }
        return partitions;
    }

    private Step step(String name, Work work) {
        return new StepBuilder(name, repository)
                .tasklet((contribution, context) -> {
                    stop.checkInterrupted(contribution.getStepExecution());
                    work.run();
                    return RepeatStatus.FINISHED;
                })
                .build();
    }

    /** What a step does. */
    private interface Work {
        void run() throws Exception;
    }
}
