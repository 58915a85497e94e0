package org.coterie;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;

/** Requests that leave together. */
public final class Together {

    private Together() {}

    /** The answers of these, in their order. */
    public static <T> List<T> all(List<Callable<T>> requests) throws InterruptedException, ExecutionException {
        var start = new CyclicBarrier(requests.size());
        var threads = Executors.newFixedThreadPool(requests.size());
        try {
            List<Callable<T>> waiting = requests.stream()
                    .<Callable<T>>map(request -> () -> {
                        start.await();
                        return request.call();
                    })
                    .toList();
            List<T> answers = new ArrayList<>();
            for (var answer : threads.invokeAll(waiting)) {
                answers.add(answer.get());
            }
            return answers;
        } finally {
            threads.shutdownNow();
        }
    }

    /** The answers to the same request, sent so many times. */
    public static <T> List<T> times(int count, Callable<T> request) throws InterruptedException, ExecutionException {
        return all(Collections.nCopies(count, request));
    }
}
